import type { Problem } from '../problem.ts';
import type { Field } from '../schema/field.ts';
import type { ItemType } from '../schema/item-type.ts';

/** Which locales whoever asks may write; `null`: all of them. */
export type ManageableLocales = ReadonlySet<string> | null;

export interface LocaleQuestion {
  itemType: ItemType;
  /** The localized fields of the model. */
  fields: readonly Field[];
  environmentLocales: readonly string[];
  /** What the record has now; null when it is being created. */
  existing: ReadonlySet<string> | null;
  /** The locale keys of each localized field of the body, by field id. */
  sent: ReadonlyMap<string, readonly string[]>;
  manageable: ManageableLocales;
}

export interface LocaleAnswer {
  /** The locales of the record after the change: the same for every localized field. */
  locales: string[];
  problems: { field: Field; problem: Problem }[];
}

/**
 * Every localized field of a record has the same locales. A field that is sent defines the new set, as far as
 * the caller may manage it: (existing that are not manageable) ∪ sent. Fields that are not sent keep theirs, or
 * on creation follow the ones that are sent.
 */
export function resolveLocales(question: LocaleQuestion): LocaleAnswer {
  const sets = resultingSets(question);
  const union = new Set([...sets.values()].flatMap((set) => [...set]));
  const locales = question.environmentLocales.filter((locale) => union.has(locale));
  if (question.sent.size === 0) return { locales, problems: [] };
  const expected = question.itemType.allLocalesRequired ? question.environmentLocales : locales;
  const problems = question.fields.flatMap((field) => {
    const set = sets.get(field.id);
    return set && !isSame(set, expected) ? [{ field, problem: wrongLocales(field, set, expected) }] : [];
  });
  return { locales, problems };
}

function resultingSets(question: LocaleQuestion): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  for (const field of question.fields) {
    const sent = question.sent.get(field.id);
    if (sent) sets.set(field.id, new Set([...untouchable(question), ...sent]));
    else if (question.existing) sets.set(field.id, new Set(question.existing));
  }
  return sets;
}

/** Locales that stay as they are, because the caller may not manage them. A new record of a model that
 *  requires all locales gets the others blank. */
function untouchable({ itemType, existing, environmentLocales, manageable }: LocaleQuestion): string[] {
  if (manageable === null) return [];
  const present = existing ?? (itemType.allLocalesRequired ? environmentLocales : []);
  return [...present].filter((locale) => !manageable.has(locale));
}

function wrongLocales(field: Field, set: ReadonlySet<string>, expected: readonly string[]): Problem {
  return {
    code: 'VALIDATION_INVALID_LOCALES',
    path: [field.apiKey],
    details: { locales: [...set].sort(), expected_locales: [...expected].sort() },
  };
}

function isSame(set: ReadonlySet<string>, expected: readonly string[]): boolean {
  return set.size === expected.length && expected.every((locale) => set.has(locale));
}
