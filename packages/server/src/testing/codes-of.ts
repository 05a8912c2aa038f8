import { ApiError } from '@datocms/cma-client-node';

/** The codes of a refusal; for `INVALID_FIELD` which field and what is wrong with it. Fails when nothing is refused. */
export async function codesOf(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error('expected a refusal', { cause: error });
  return error.errors.map(({ attributes: { code, details } }) =>
    code === 'INVALID_FIELD' ? `${details.field} ${details.code}` : code,
  );
}
