import { refusal } from '@recto/content/refusal';

/** Clients give up after 30 s and repeat; an answer after that would be work done twice. */
export const REQUEST_DEADLINE_MS = 25_000;

/** Runs work that is told by the signal when its caller has been sent away with `SERVICE_UNAVAILABLE`. */
export async function withDeadline<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(refusal('SERVICE_UNAVAILABLE', { reason: 'deadline', seconds: milliseconds / 1000 }));
    }, milliseconds);
  });
  try {
    return await Promise.race([work(abort.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
