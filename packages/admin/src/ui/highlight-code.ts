type CodeKind = 'plain' | 'string' | 'comment' | 'keyword';

export interface CodePart {
  text: string;
  kind: CodeKind;
  start: number;
}

/** Strings, comments and a few words: enough to read ten lines by, for the price of one expression. A comment needs
 *  a space before it, so that the slashes of an address are not taken for one. */
const PARTS =
  /(?<comment>(?<=^|\s)(?:\/\/|#)[^\n]*)|(?<string>'[^'\n]*'|"[^"\n]*"|`[^`]*`)|(?<keyword>\b(?:import|from|const|await|async|for|of|if|return|new|query|curl|npm)\b)/g;

export function highlightCode(code: string): CodePart[] {
  const parts: CodePart[] = [];
  let end = 0;
  for (const match of code.matchAll(PARTS)) {
    if (match.index > end) parts.push({ text: code.slice(end, match.index), kind: 'plain', start: end });
    parts.push({ text: match[0], kind: kindOf(match.groups), start: match.index });
    end = match.index + match[0].length;
  }
  if (end < code.length) parts.push({ text: code.slice(end), kind: 'plain', start: end });
  return parts;
}

function kindOf(groups: Record<string, string> | undefined): CodeKind {
  if (groups?.comment !== undefined) return 'comment';
  return groups?.string !== undefined ? 'string' : 'keyword';
}
