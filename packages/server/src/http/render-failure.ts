import type { Json } from '@recto/content/json';
import { Refusal } from '@recto/content/refusal';
import { renderError } from '#errors/render-error.ts';
import type { Ports } from './ports.ts';

/** What a job failed with, as the caller would have been told had it waited. */
export function renderFailure(
  error: unknown,
  jobId: string,
  ports: Ports,
): { status: number; payload: Json } {
  if (!(error instanceof Refusal)) ports.log.error(error, 'a job failed');
  const reasons =
    error instanceof Refusal
      ? error.reasons
      : [{ code: 'EXCEPTION' as const, details: { request_id: jobId } }];
  const { status, document } = renderError(reasons, `${ports.settings.publicUrl}/site-api/docs/errors`);
  return { status, payload: { data: document.data as unknown as Json } };
}
