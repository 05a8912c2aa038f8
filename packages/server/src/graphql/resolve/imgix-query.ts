/** Words that the URL spells in another way than the schema can. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'ch=width': 'Width',
  'ch=dpr': 'DPR',
  'ch=saveData': 'Save-Data',
};

/** Rendering parameters as a query: kebab-case, in the order of their names, so that equal transformations
 *  have equal URLs. Empty without parameters. */
export function imgixQuery(params: Readonly<Record<string, unknown>> | null | undefined): string {
  const pairs = Object.entries(params ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ({ name: kebabCase(name), value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => `${name}=${queryValue(name, value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function queryValue(name: string, value: unknown): string {
  const values = Array.isArray(value) ? value : [value];
  return values.map((entry) => encodeText(SPELLINGS[`${name}=${entry}`] ?? String(entry))).join(',');
}

/** What a URL spells as it is. */
const PLAIN = /^[\w.-]*$/;

/** Half of a surrogate pair, which a variable can carry and a URL cannot, becomes the replacement character. */
function encodeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return encodeURIComponent(Buffer.from(text).toString());
}

const CAPITAL = /[A-Z]/;

/** `txtAlign` → `txt-align`, `maxH` → `max-h`. */
function kebabCase(name: string): string {
  if (!CAPITAL.test(name)) return name;
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
