import type { DocumentRules } from './document-rules.ts';
import type { Document } from './item.ts';
import { searchWords } from './search-words.ts';
import { walkDocument } from './walk-document.ts';

/** What search finds a document by: words, separated by blanks. */
export interface SearchText {
  /** Null: what stands in no locale. The text of a locale has that in it too, since readers see both. */
  locale: string | null;
  title: string;
  body: string;
}

/** The text of a document in each locale, blocks included; always one for no locale, which may be empty. */
export function deriveTexts(document: Document, itemTypeId: string, rules: DocumentRules): SearchText[] {
  const titleFieldId = rules.schema.itemTypes.get(itemTypeId)?.titleFieldId;
  const texts = new Map<string | null, Words>([[null, noWords()]]);
  walkDocument(document, itemTypeId, rules, ({ field, locale, value }) => {
    const text = value === null ? undefined : rules.registry.types[field.fieldType].text?.(value);
    if (!text) return;
    const words = texts.get(locale) ?? noWords();
    words[field.id === titleFieldId ? 'title' : 'body'].push(...searchWords(text));
    texts.set(locale, words);
  });
  const shared = texts.get(null) ?? noWords();
  return [...texts].map(([locale, words]) => ({ locale, ...joined(words, locale === null ? null : shared) }));
}

interface Words {
  title: string[];
  body: string[];
}

function noWords(): Words {
  return { title: [], body: [] };
}

function joined(words: Words, shared: Words | null) {
  const together = (part: keyof Words) => [...words[part], ...(shared?.[part] ?? [])].join(' ');
  return { title: together('title'), body: together('body') };
}
