import { extname } from 'node:path';
import mime from 'mime-types';

/** Types that no browser runs anything of. */
const HARMLESS = /^(image\/(?!svg)|audio\/|video\/|font\/|application\/pdf$)/;

/**
 * A file from an upload is served from the origin of the admin, and anybody's HTML or SVG must not act there: the
 * browser may not guess the type, and what could hold a script runs in a sandbox, without any origin.
 */
export function contentHeaders(fileName: string): Record<string, string> {
  const type = mime.lookup(extname(fileName)) || 'application/octet-stream';
  const headers = {
    'content-type': mime.contentType(type) || type,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (HARMLESS.test(type)) return headers;
  return { ...headers, 'content-security-policy': "sandbox; default-src 'none'" };
}
