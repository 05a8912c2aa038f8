import { fileTypeFromBuffer } from 'file-type';
import mime from 'mime-types';

/** Formats that are recognized as something wider: the name says which one it is. */
const CONTAINERS = new Set(['application/zip', 'application/x-cfb', 'application/xml', 'application/gzip']);
const TEXTUAL = /^(text\/|image\/svg|application\/(json|xml|javascript|rtf|yaml|x-subrip|.*\+(json|xml))$)/;

/** The type that the content has. A name may narrow it down, but never claims what the bytes deny. */
export async function recognizeType(
  head: Buffer,
  extension: string,
): Promise<{ mimeType: string | null; format: string | null }> {
  const found = await fileTypeFromBuffer(head);
  const claimed = extension ? mime.lookup(extension) || null : null;
  if (found && !CONTAINERS.has(found.mime)) {
    const isNamedRight = claimed === found.mime;
    return { mimeType: found.mime, format: isNamedRight ? extension : found.ext };
  }
  const isPossible = found !== undefined || (isText(head) && claimed !== null && TEXTUAL.test(claimed));
  if (isPossible && claimed !== null) return { mimeType: claimed, format: extension };
  const guessed = isText(head) ? 'text/plain' : 'application/octet-stream';
  return { mimeType: found?.mime ?? guessed, format: extension || null };
}

function isText(head: Buffer): boolean {
  return !head.includes(0);
}
