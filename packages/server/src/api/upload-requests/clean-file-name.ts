const LONGEST_BASENAME = 120;
const LONGEST_EXTENSION = 16;

/** Any name → one that is safe in a path and a URL: `Über uns (1).PNG` → `uber-uns-1.png`. */
export function cleanFileName(name: string): string {
  const lastSegment = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = lastSegment.lastIndexOf('.');
  const basename = dot > 0 ? lastSegment.slice(0, dot) : lastSegment;
  const extension =
    dot > 0
      ? lastSegment
          .slice(dot + 1)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '')
      : '';
  const cleaned = clean(basename).slice(0, LONGEST_BASENAME) || 'untitled';
  return extension ? `${cleaned}.${extension.slice(0, LONGEST_EXTENSION)}` : cleaned;
}

function clean(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
}
