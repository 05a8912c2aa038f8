import { randomBytes } from 'node:crypto';
import type { ErrorReason } from '@recto/content/refusal';
import { ERROR_CATALOGUE } from './catalogue.ts';

/** How a refusal looks on the wire. Clients branch on the code and, for `transient`, repeat by themselves. */
export interface ErrorDocument {
  data: {
    id: string;
    type: 'api_error';
    attributes: { code: string; transient?: true; doc_url: string; details: object };
  }[];
}

/** The only place that makes an error's body. `docUrl` is the reference page, to which the code is appended. */
export function renderError(
  reasons: readonly ErrorReason[],
  docUrl: string,
): { status: number; document: ErrorDocument } {
  const first = reasons[0];
  if (!first) throw new Error('A refusal needs a reason');
  return {
    status: ERROR_CATALOGUE[first.code].status,
    document: { data: reasons.map((reason) => renderReason(reason, docUrl)) },
  };
}

function renderReason({ code, details }: ErrorReason, docUrl: string): ErrorDocument['data'][number] {
  const { transient } = ERROR_CATALOGUE[code];
  return {
    id: randomBytes(3).toString('hex'),
    type: 'api_error',
    attributes: { code, ...(transient ? { transient } : {}), doc_url: `${docUrl}#${code}`, details },
  };
}
