import type { FieldRooms } from '@recto/content/schema/field-rules';
import { loadInstalledPlugins } from '#api/plugins/table.ts';
import type { RequestContext } from '#http/context.ts';
import { buildFieldRooms } from '#schema/field-rooms.ts';

/** What reads the settings of a field. Which plugins there are is asked where a body says how the field is edited, in the
 *  turn of the change: none of them goes away before it is saved. */
export async function openRooms(
  { db, environment, registry }: RequestContext,
  { attributes = {} }: { attributes?: { appearance?: unknown; appeareance?: unknown } },
): Promise<FieldRooms> {
  const isAbout = attributes.appearance !== undefined || attributes.appeareance !== undefined;
  return buildFieldRooms(registry, isAbout ? await loadInstalledPlugins(db, environment.id) : new Map());
}
