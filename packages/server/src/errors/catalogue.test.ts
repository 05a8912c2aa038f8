import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '@recto/content/error-codes';
import { describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE } from './catalogue.ts';
import { errorReferenceMarkdown } from './error-reference.ts';

describe('the catalogue of errors', () => {
  it('knows every code once, in the order of the alphabet', () => {
    expect(Object.keys(ERROR_CATALOGUE)).toEqual([...ERROR_CODES]);
    expect([...ERROR_CODES]).toEqual([...ERROR_CODES].sort());
  });

  it.each(ERROR_CODES)('tells of %s what happened, with a status that fits', (code) => {
    const { status, sentence } = ERROR_CATALOGUE[code];
    expect(sentence).toMatch(/^[A-Z].{15,}\.$/);
    expect([400, 401, 403, 404, 406, 415, 422, 429, 500, 503]).toContain(status);
  });

  it('lets clients repeat by themselves what only came at the wrong moment', () => {
    const transient = ERROR_CODES.filter((code) => ERROR_CATALOGUE[code].transient);
    expect(transient).toEqual(
      expect.arrayContaining(ERROR_CODES.filter((code) => code.startsWith('CONCURRENT_'))),
    );
    expect(transient).toEqual(
      expect.arrayContaining(['RATE_LIMIT_EXCEEDED', 'SERVICE_UNAVAILABLE', 'ENVIRONMENT_IN_READ_ONLY_MODE']),
    );
    expect(transient).not.toContain('STALE_ITEM_VERSION');
  });

  it('is what the reference page shows (npm run generate)', () => {
    const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
    expect(page).toBe(errorReferenceMarkdown());
  });
});
