import { ApiError } from '@datocms/dashboard-client';
import { words } from '#words/words.ts';
import { refusalReason } from './refusal-reason.ts';

/** One thing that is wrong, in words for the person who can mend it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A sentence for a failure, chosen by its code: what the server wrote for developers is not shown. */
export function describeError(error: unknown): string {
  const code = errorCodes(error)[0];
  const byReason = words.entrance.byReason[refusalReason(error) ?? ''];
  if (byReason !== undefined) return byReason;
  if (code !== undefined && code in words.errors.byCode)
    return words.errors.byCode[code as keyof typeof words.errors.byCode];
  if (error instanceof ApiError) return words.errors.refused(error.response.status, code);
  return words.errors.unreachable;
}

/** What the server found wrong with the fields of a form; the form shows each at its field. */
export function fieldProblems(error: unknown): FieldProblem[] {
  if (!(error instanceof ApiError)) return [];
  return error.errors.flatMap(({ attributes: { code, details } }) => {
    const field: unknown = details?.field;
    if (code !== 'INVALID_FIELD' || typeof field !== 'string') return [];
    return [{ field, message: words.errors.field(String(details?.code ?? '')) }];
  });
}

/** The same, as forms take them. */
export function problemsByField(error: unknown): Record<string, string> {
  return Object.fromEntries(fieldProblems(error).map(({ field, message }) => [field, message]));
}

export function isErrorCode(error: unknown, code: string): boolean {
  return errorCodes(error).includes(code);
}

export function isForbidden(error: unknown): boolean {
  return isErrorCode(error, 'INSUFFICIENT_PERMISSIONS');
}

/** Both clients send the session: the account API's own, and the one in the project that ends with it. */
export function isSessionRefused(error: unknown): boolean {
  return (
    error instanceof ApiError && error.response.status === 401 && !isErrorCode(error, 'INVALID_CREDENTIALS')
  );
}

/** Asking again does not change a refusal; a broken line may be whole a moment later. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ApiError) || error.response.status >= 500;
}

function errorCodes(error: unknown): string[] {
  return error instanceof ApiError ? error.errors.map((entity) => entity.attributes.code) : [];
}
