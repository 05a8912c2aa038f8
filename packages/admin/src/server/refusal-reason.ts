import { ApiError } from '@datocms/dashboard-client';

/** Why exactly something was refused, where its code has several reasons. */
export function refusalReason(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const reason: unknown = error.errors[0]?.attributes.details?.reason;
  return typeof reason === 'string' ? reason : undefined;
}

/** Whoever has a second factor is asked for its code. */
export function asksForCode(error: unknown): boolean {
  return ['otp_code_required', 'otp_code_invalid'].includes(refusalReason(error) ?? '');
}
