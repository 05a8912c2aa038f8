import { UnusablePattern } from '#db/database-error.ts';

/** Characters of a pattern, and states after counted repetitions were written out. Within them the engine
 *  decides each row in a time that grows with the text, not with the pattern's imagination. */
const LONGEST_PATTERN = 500;
const MOST_STATES = 100;
const DEEPEST_GROUP = 20;

const META = /[\\^$.|?*+()[\]{}]/;

export function isLiteral(pattern: string): boolean {
  return !META.test(pattern);
}

/**
 * Refuses what makes PostgreSQL's engine slow: references back and looks around (they leave its automaton), and
 * counted repetitions that multiply (`((a{1,30}){1,30}){1,30}` keeps it busy for minutes, and on the embedded
 * database nothing can stop it).
 */
export function checkPattern(pattern: string): void {
  if (pattern.length > LONGEST_PATTERN) throw unusable('it is too long');
  const reader: Reader = { pattern, at: 0 };
  const states = readAlternatives(reader, 0);
  if (reader.at < pattern.length) throw unusable('a parenthesis is not opened');
  if (states > MOST_STATES) throw unusable('its repetitions multiply');
}

interface Reader {
  pattern: string;
  at: number;
}

/** Answers how many states the alternatives come to. Stops at a closing parenthesis. */
function readAlternatives(reader: Reader, depth: number): number {
  if (depth > DEEPEST_GROUP) throw unusable('its groups are nested too deeply');
  let states = 0;
  while (reader.at < reader.pattern.length && reader.pattern[reader.at] !== ')') {
    states += readAtom(reader, depth) * readRepetitions(reader);
  }
  return states;
}

function readAtom(reader: Reader, depth: number): number {
  const character = reader.pattern[reader.at];
  reader.at += 1;
  if (character === '*' || character === '+' || character === '?')
    throw unusable('there is nothing to repeat');
  if (character === '(') return readGroup(reader, depth);
  if (character === '[') readBracket(reader);
  if (character === '\\') readEscape(reader);
  return 1;
}

function readGroup(reader: Reader, depth: number): number {
  if (reader.pattern[reader.at] === '?') {
    if (reader.pattern[reader.at + 1] !== ':') throw unusable('it looks around, or names a group');
    reader.at += 2;
  }
  const states = readAlternatives(reader, depth + 1);
  if (reader.pattern[reader.at] !== ')') throw unusable('a parenthesis is not closed');
  reader.at += 1;
  return states + 1;
}

/** A closing bracket at the very beginning is one of the characters. */
function readBracket(reader: Reader): void {
  const { pattern } = reader;
  if (pattern[reader.at] === '^') reader.at += 1;
  if (pattern[reader.at] === ']') reader.at += 1;
  while (reader.at < pattern.length && pattern[reader.at] !== ']') {
    const isClass = pattern[reader.at] === '[' && /[:.=]/.test(pattern[reader.at + 1] ?? '');
    const end = isClass ? pattern.indexOf(`${pattern[reader.at + 1]}]`, reader.at + 2) : -1;
    if (end > 0) reader.at = end + 2;
    else reader.at += pattern[reader.at] === '\\' ? 2 : 1;
  }
  if (reader.at >= pattern.length) throw unusable('a bracket is not closed');
  reader.at += 1;
}

function readEscape(reader: Reader): void {
  const escaped = reader.pattern[reader.at];
  if (escaped === undefined) throw unusable('it ends in the middle of an escape');
  if (/[1-9]/.test(escaped)) throw unusable('it refers back to a group');
  reader.at += 1;
}

/** How many copies of an atom its repetitions stand for. */
function readRepetitions(reader: Reader): number {
  let copies = 1;
  for (;;) {
    const counted = /^\{(\d{1,3})(,(\d{0,3}))?\}\??/.exec(reader.pattern.slice(reader.at, reader.at + 12));
    if (counted) {
      if (counted[3] && Number(counted[3]) < Number(counted[1]))
        throw unusable('a repetition ends before it begins');
      copies *= Math.max(1, Number(counted[3] || counted[1])) + 1;
      reader.at += counted[0].length;
    } else if (/[*+?]/.test(reader.pattern[reader.at] ?? '')) {
      reader.at += 1;
    } else {
      return copies;
    }
  }
}

function unusable(reason: string): UnusablePattern {
  return new UnusablePattern(`invalid regular expression: ${reason}`);
}
