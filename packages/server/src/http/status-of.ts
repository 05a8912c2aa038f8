import type { AnswerDocument } from './endpoint.ts';

/** The status that a document is answered with: none is 204, a job is 202. */
export function statusOf(document: AnswerDocument): number {
  if (document === null) return 204;
  return isJob(document.data) ? 202 : 200;
}

function isJob(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'job';
}
