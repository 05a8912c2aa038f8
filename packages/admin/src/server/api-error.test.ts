import { ApiError } from '@datocms/dashboard-client';
import { expect, test } from 'vitest';
import { describeError, fieldProblems, isForbidden, isSessionRefused, isWorthRetrying } from './api-error.ts';

function apiError(status: number, ...errors: { code: string; details?: object }[]): ApiError {
  return new ApiError({
    request: { url: 'http://recto.test/account-api/sites', method: 'GET', headers: {} },
    response: {
      status,
      statusText: '',
      headers: {},
      body: { data: errors.map((attributes, id) => ({ id: String(id), type: 'api_error', attributes })) },
    },
  } as unknown as ConstructorParameters<typeof ApiError>[0]);
}

test.each([
  [
    'a code that people can meet',
    apiError(401, { code: 'INVALID_CREDENTIALS' }),
    'No account has this email',
  ],
  [
    'another code',
    apiError(422, { code: 'INVALID_FORMAT' }),
    'The server refused this (INVALID_FORMAT, 422).',
  ],
  ['a broken line', new TypeError('fetch failed'), 'The server did not answer.'],
])('says what happened after %s', (_, error, sentence) => {
  expect(describeError(error)).toContain(sentence);
});

test('problems of a form are told by field', () => {
  const error = apiError(
    422,
    { code: 'INVALID_FIELD', details: { field: 'email', code: 'VALIDATION_REQUIRED' } },
    { code: 'INVALID_FIELD', details: { field: 'name', code: 'VALIDATION_NEW' } },
  );
  expect(fieldProblems(error)).toEqual([
    { field: 'email', message: 'This is needed.' },
    { field: 'name', message: 'This value is not accepted (VALIDATION_NEW).' },
  ]);
});

test.each([
  ['a token that is no longer valid', apiError(401, { code: 'INVALID_AUTHORIZATION_HEADER' }), true],
  ['a wrong password', apiError(401, { code: 'INVALID_CREDENTIALS' }), false],
  ['a missing right', apiError(403, { code: 'INSUFFICIENT_PERMISSIONS' }), false],
])('%s ends the session: %s', (_, error, ends) => {
  expect(isSessionRefused(error)).toBe(ends);
});

test('a refusal is not asked again, a fault is', () => {
  expect(isWorthRetrying(apiError(403, { code: 'INSUFFICIENT_PERMISSIONS' }))).toBe(false);
  expect(isWorthRetrying(apiError(500, { code: 'EXCEPTION' }))).toBe(true);
  expect(isForbidden(apiError(403, { code: 'INSUFFICIENT_PERMISSIONS' }))).toBe(true);
});
