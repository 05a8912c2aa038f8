import type { Field } from '@recto/content/schema/field';
import type { Dast, Node } from '@recto/fields/structured-text/dast';
import { fieldEditingUrl } from './editing-url.ts';
import { encodeLink } from './encode-link.ts';
import { shownLocale } from './locales.ts';
import type { ValuePlace } from './value-place.ts';

/** Texts that people write to be read. A rule on the format says that something else reads them, and slugs are parts
 *  of addresses: neither may carry more than it says. */
export function carriesLink({ fieldType, validators, contentLinkEnabled }: Field): boolean {
  const isRead = fieldType === 'string' || fieldType === 'text';
  return isRead && contentLinkEnabled && validators.format === undefined;
}

/** The text with the place it comes from, when the caller asks for that. */
export function linkText(text: unknown, place: ValuePlace): unknown {
  if (!place.context.contentLink || typeof text !== 'string' || text === '') return text;
  const href = fieldEditingUrl(place.record, fieldPath(place), place.context);
  return href === null ? text : encodeLink(text, href);
}

/** The same for a document: its last text carries the link. */
export function linkDocument(value: Dast, place: ValuePlace): Dast {
  const isLinked = place.context.contentLink && place.field.contentLinkEnabled;
  const linked = isLinked ? linkLastSpan(value.document, place) : null;
  return linked ? { ...value, document: linked as Dast['document'] } : value;
}

/** `sections.en.0.title`: fields by their API keys, locales of localized ones, positions of blocks. */
export function fieldPath({ record, field, scope }: ValuePlace): string {
  const own = record.path === undefined ? field.apiKey : `${record.path}.${field.apiKey}`;
  return field.localized ? `${own}.${shownLocale(record.values[field.id], scope)}` : own;
}

/** Null where there is no text. */
function linkLastSpan(node: Node, place: ValuePlace): Node | null {
  if (node.type === 'span')
    return node.value === '' ? null : { ...node, value: String(linkText(node.value, place)) };
  if (!('children' in node)) return null;
  const children = [...node.children] as Node[];
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    const linked = child && linkLastSpan(child, place);
    if (linked) return { ...node, children: children.with(index, linked) } as Node; // of the same kinds as before
  }
  return null;
}
