import { ApiError } from '@datocms/cma-client-node';

/** What a refused call was told: the codes, of an invalid attribute with its name (`api_key VALIDATION_INVALID`). */
export async function codesOf(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw error ?? new Error('The call was not refused');
  return error.errors.map(({ attributes: { code, details } }) => {
    const { field, code: reason } = details as { field?: string; code?: string };
    return code === 'INVALID_FIELD' ? `${field} ${reason}` : code;
  });
}
