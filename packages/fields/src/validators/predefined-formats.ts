/** The check that browsers make for `<input type="email">` (https://html.spec.whatwg.org/#valid-e-mail-address),
 *  with a dot in the domain. Each part is bounded, so that it cannot backtrack far. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{1,63}$/i;
const LONGEST_EMAIL = 254;

export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && EMAIL.test(text);
}

/** A whole http or https URL. */
export function isUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return false;
  return URL.canParse(text);
}

/** Lower-case letters and digits in words joined by dashes, underscores or slashes would do for paths; a slug
 *  is one step of a path: no slash. */
export function isWebpageSlug(text: string): boolean {
  return /^[a-z\d](?:[a-z\d_-]*[a-z\d])?$/.test(text);
}
