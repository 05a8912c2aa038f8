import type { Chance } from './chance.ts';
import type { Field, Model } from './models.ts';

type Ids = Record<string, string[]>;

/** Few, so that records share them and filters find several. */
export const WORDS = ['fox', 'The dog', 'Öl', 'a b', 'fox and dog', 'zebra 10%', ''];
export const DAYS = ['2024-02-29', '2025-01-01', '2025-12-31'];
export const MOMENTS = [
  '2025-03-01T09:36:01Z',
  '2025-03-01T09:36:00Z',
  '2025-03-01T09:37:00Z',
  '2026-01-01T00:00:59Z',
];

/** A value for every field of a model, by API key; by locale where it is localized. */
export function randomValues(
  model: Model,
  locales: readonly string[],
  ids: Ids,
  chance: Chance,
): Record<string, unknown> {
  const entries = model.fields.map((field) => {
    const draw = () => (chance.happens(0.2) ? emptyValue(field) : VALUES[field.type]?.(chance, ids, field));
    const byLocale = () => Object.fromEntries(locales.map((locale) => [locale, draw()]));
    return [field.apiKey, field.localized ? byLocale() : draw()];
  });
  return Object.fromEntries(entries);
}

function emptyValue({ type }: Field): unknown {
  return ['links', 'gallery', 'rich_text'].includes(type) ? [] : null;
}

type Draw = (chance: Chance, ids: Ids, field: Field) => unknown;

const VALUES: Record<string, Draw> = {
  string: (chance) => chance.pick(WORDS),
  text: (chance) => chance.pick(WORDS),
  slug: (chance) => `path-${chance.below(1e9)}`,
  integer: (chance) => chance.below(7) - 2,
  float: (chance) => chance.pick([-1.5, 0, 0.1, 2, 1e6]),
  boolean: (chance) => chance.happens(0.5),
  date: (chance) => chance.pick(DAYS),
  date_time: (chance) => chance.pick(MOMENTS),
  color: (chance) => ({ red: chance.below(256), green: 0, blue: 7, alpha: 255 }),
  lat_lon: (chance) => ({ latitude: chance.below(10), longitude: chance.below(10) }),
  json: (chance) => JSON.stringify(chance.pick([{ a: [1, null] }, [true], 'text', 4])),
  link: (chance, ids) => chance.pick(ids.author ?? []),
  links: (chance, ids) => chance.some([...(ids.author ?? []), ...(ids.post ?? [])], 4),
  file: (chance, ids) => ({ upload_id: chance.pick(ids.upload ?? []) }),
  gallery: (chance, ids) => chance.some(ids.upload ?? [], 3).map((id) => ({ upload_id: id })),
  rich_text: (chance, ids, { apiKey }) =>
    Array.from({ length: 1 + chance.below(3) }, () => randomBlock(chance, ids, apiKey === 'quotes')),
  single_block: (chance, ids) => randomBlock(chance, ids, false),
  structured_text: (chance, ids) => ({ schema: 'dast', document: randomDocument(chance, ids) }),
};

function randomBlock(chance: Chance, ids: Ids, mustBeQuote: boolean): object {
  const apiKey = mustBeQuote || chance.happens(0.6) ? 'quote' : 'box';
  const draw = (type: string, field: string) =>
    VALUES[type]?.(chance, ids, { apiKey: field, type, localized: false });
  const attributes =
    apiKey === 'quote'
      ? { words: draw('text', 'words'), stars: draw('integer', 'stars'), said_by: draw('link', 'said_by') }
      : { heading: draw('string', 'heading'), quotes: draw('rich_text', 'quotes') };
  const [id = ''] = ids[`model ${apiKey}`] ?? [];
  return { type: 'item', attributes, relationships: { item_type: { data: { type: 'item_type', id } } } };
}

function randomDocument(chance: Chance, ids: Ids): object {
  const span = () => ({ type: 'span', value: chance.pick(WORDS) });
  const paragraph = () => ({ type: 'paragraph', children: [span()] });
  const item = () => chance.pick([...(ids.author ?? []), ...(ids.page ?? [])]);
  const linked = () => ({
    type: 'paragraph',
    children: [
      span(),
      { type: 'itemLink', item: item(), children: [span()] },
      { type: 'inlineItem', item: item() },
    ],
  });
  const block = () => ({ type: 'block', item: randomBlock(chance, ids, false) });
  const nodes = Array.from({ length: 1 + chance.below(3) }, () => chance.pick([paragraph, linked, block])());
  return { type: 'root', children: nodes };
}
