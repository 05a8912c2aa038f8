/** Texts longer than this are rare and large; they are not kept. */
const LONGEST_TEXT = 8_000;
const MOST_STATEMENTS = 400;
const MOST_CANDIDATES = 2_000;

const names = new Map<string, string>();
const candidates = new Set<string>();

/**
 * The name under which a connection keeps a statement parsed, from its second use on. That halves the time of a
 * short statement. Bounded, because callers of the delivery API decide how many different texts there are.
 */
export function preparedName(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || text.length > LONGEST_TEXT || names.size >= MOST_STATEMENTS) return name;
  if (candidates.delete(text)) {
    const given = `s${names.size}`;
    names.set(text, given);
    return given;
  }
  if (candidates.size >= MOST_CANDIDATES) candidates.clear();
  candidates.add(text);
  return undefined;
}
