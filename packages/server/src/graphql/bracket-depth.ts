/** How deep braces, brackets and parentheses are nested, outside of strings and comments: a parser goes as deep
 *  on its stack. Looks at each character once. */
export function bracketDepth(query: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < query.length; at += 1) {
    const character = query.charAt(at);
    if (character === '"') at = endOfString(query, at);
    else if (character === '#') at = endOfLine(query, at);
    else if ('{[('.includes(character)) deepest = Math.max(deepest, ++depth);
    else if ('}])'.includes(character)) depth -= 1;
  }
  return deepest;
}

/** Where the last quotation mark stands. A string that does not end is for the parser to refuse. */
function endOfString(query: string, start: number): number {
  const mark = query.startsWith('"""', start) ? '"""' : '"';
  let at = start + mark.length;
  while (at < query.length && !query.startsWith(mark, at))
    at += query[at] === '\\' ? escapeLength(query, at) : 1;
  return at + mark.length - 1;
}

function escapeLength(query: string, at: number): number {
  return query.startsWith('\\"""', at) ? 4 : 2;
}

function endOfLine(query: string, start: number): number {
  const end = query.indexOf('\n', start);
  return end < 0 ? query.length : end;
}
