import type { Readable } from 'node:stream';
import { refusal } from '@recto/content/refusal';
import { storePathOf, uploadPathOf } from '#assets/asset-path.ts';
import type { RequestContext } from '#http/context.ts';
import { openOutward, UnreadableUrl } from '#outward/open-outward.ts';
import { FileTooLarge } from '#storage/disk-file-store.ts';

/** Hours of sound. */
const LARGEST_TRACK_BYTES = 200 * 1024 ** 2;
/** Clients give up on a request after 30 s. */
const TIMEOUT_MS = 25_000;

export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text);
}

/** Keeps what is at an address; answers the path where it rests. */
export async function downloadTrack(
  url: string,
  { files, site, now, newId }: RequestContext,
): Promise<string> {
  const path = uploadPathOf(site.id, `${now.getTime()}-${newId()}${extensionOf(url)}`);
  let source: Readable | undefined;
  try {
    source = await openOutward(url, { timeoutMs: TIMEOUT_MS });
    await files.write(storePathOf(path, site.id) ?? '', source, LARGEST_TRACK_BYTES);
  } catch (error) {
    if (!(error instanceof UnreadableUrl || error instanceof FileTooLarge || source?.errored)) throw error;
    throw unusable('unreadable_url');
  } finally {
    source?.destroy();
  }
  return path;
}

export function unusable(reason: string) {
  return refusal('INVALID_FIELD', { field: 'url_or_upload_request_id', code: 'VALIDATION_INVALID', reason });
}

function extensionOf(url: string): string {
  return URL.canParse(url) ? (/\.[a-z0-9]{1,8}$/i.exec(new URL(url).pathname)?.[0] ?? '') : '';
}
