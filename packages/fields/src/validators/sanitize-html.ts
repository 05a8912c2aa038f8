import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';

/** Styles that the HTML editor writes for alignment and indentation; any other could cover the page. */
const HARMLESS_STYLE =
  /^(?:\s*(?:text-align:\s*(?:left|center|right|justify)|(?:padding|margin)-left:\s*\d{1,4}(?:px|em))\s*;?)*\s*$/;

/** What GitHub lets through, with classes and ids as they are: values are shown on the project's own pages. */
const SCHEMA: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption', 'mark', 'small', 'u'],
  attributes: {
    ...withoutClassLists(defaultSchema.attributes ?? {}),
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'className', ['style', HARMLESS_STYLE]],
    a: ['href', 'target', 'rel'],
  },
};

/** Some elements would only keep GitHub's own classes. */
function withoutClassLists(attributes: NonNullable<Schema['attributes']>): NonNullable<Schema['attributes']> {
  const isClassList = (rule: unknown) => Array.isArray(rule) && rule[0] === 'className';
  return Object.fromEntries(
    Object.entries(attributes).map(([element, rules]) => [
      element,
      rules.filter((rule) => !isClassList(rule)),
    ]),
  );
}

/** Whether sanitizing would change nothing. Both trees are written anew, so that spelling does not matter. */
export function isHarmlessHtml(html: string): boolean {
  if (!html.includes('<')) return true;
  const tree = fromHtml(html, { fragment: true });
  return toHtml(sanitize(tree, SCHEMA)) === toHtml(tree);
}

/** The text without what is dangerous; a harmless one stays as it was written. */
export function sanitizeHtml(html: string): string {
  return isHarmlessHtml(html) ? html : toHtml(sanitize(fromHtml(html, { fragment: true }), SCHEMA));
}
