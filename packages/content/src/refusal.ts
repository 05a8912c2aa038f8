import type { ErrorCode, ErrorDetails } from './error-codes.ts';

/** One documented reason for saying no. */
export interface ErrorReason<Code extends ErrorCode = ErrorCode> {
  code: Code;
  details: ErrorDetails[Code];
}

/** Thrown by whoever knows that a request cannot be done; rendered in one place, by the server. */
export class Refusal extends Error {
  readonly reasons: readonly ErrorReason[];

  constructor(reasons: readonly ErrorReason[]) {
    super(reasons.map((reason) => reason.code).join(', '));
    this.name = 'Refusal';
    this.reasons = reasons;
  }
}

/** Whether a code can be refused with without saying more. */
type HasNoRequiredDetails<Code extends ErrorCode> =
  Record<never, never> extends ErrorDetails[Code] ? true : false;

/** `throw refusal('ITEM_LOCKED', { user: id })` does not compile with the wrong details. */
export function refusal<Code extends ErrorCode>(
  ...[code, details]: HasNoRequiredDetails<Code> extends true
    ? [code: Code, details?: ErrorDetails[Code]]
    : [code: Code, details: ErrorDetails[Code]]
): Refusal {
  return new Refusal([{ code, details: details ?? {} } as ErrorReason]);
}

/** Several reasons at once: a rejected body reports all its problems. */
export function refuseAll(reasons: readonly ErrorReason[]): void {
  if (reasons.length > 0) throw new Refusal(reasons);
}
