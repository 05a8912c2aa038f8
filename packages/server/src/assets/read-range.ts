export interface Range {
  start: number;
  /** Inclusive. */
  end: number;
}

/** One range of bytes, as players and downloads ask for them. `null`: send everything (no range, several, or not
 *  understood, as RFC 9110 allows); `unsatisfiable`: begins behind the end. */
export function readRange(header: string | undefined, size: number): Range | null | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start < size && start <= end ? { start, end } : 'unsatisfiable';
}
