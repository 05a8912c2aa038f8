import { words } from '#words/words.ts';

/** The areas of a project: where each begins, and which addresses belong to it. */
export const AREAS = [
  { id: 'content', title: words.frame.content, route: 'editor', prefixes: ['editor'] },
  { id: 'media', title: words.frame.media, route: 'media/assets', prefixes: ['media'] },
  { id: 'schema', title: words.frame.schema, route: 'schema', prefixes: ['schema'] },
  {
    id: 'configuration',
    title: words.frame.configuration,
    route: 'configuration',
    prefixes: ['configuration', 'project_settings'],
  },
  { id: 'explorer', title: words.frame.explorer, route: 'cda-explorer', prefixes: ['cda-explorer'] },
] as const;

export type AreaId = (typeof AREAS)[number]['id'];

/** The area of an address below `/p/<project>`. */
export function areaOf(pathname: string): AreaId | null {
  const [, , , ...rest] = pathname.split('/');
  const first = rest[0] === 'environments' ? rest[2] : rest[0];
  return AREAS.find(({ prefixes }) => prefixes.some((prefix) => prefix === first))?.id ?? null;
}
