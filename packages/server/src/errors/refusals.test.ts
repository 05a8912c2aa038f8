import { readFileSync } from 'node:fs';
import { ERROR_CODES, type ErrorCode } from '@recto/content/error-codes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE } from './catalogue.ts';
import { NEVER_GIVEN, PROVEN_ELSEWHERE } from './testing/other-refusals.ts';
import { refusedInTheProject } from './testing/refused-in-the-project.ts';
import { refusedPublications } from './testing/refused-publications.ts';
import { refusedRecords } from './testing/refused-records.ts';
import { refusedRequests } from './testing/refused-requests.ts';
import { refusedSchemaChanges } from './testing/refused-schema-changes.ts';
import { openStage, refusalOf, type Scene, type Scenes, type Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.server.close());

const ALL: Scenes = {
  ...refusedRequests,
  ...refusedSchemaChanges,
  ...refusedRecords,
  ...refusedPublications,
  ...refusedInTheProject,
};

describe('a request is refused with its code, its status and its details', () => {
  it.each(Object.entries(ALL) as [ErrorCode, Scene][])('%s', async (code, { request, details }) => {
    const { status, errors } = await refusalOf(request(stage));
    const [first] = errors;
    expect(first).toMatchObject({ type: 'api_error', id: expect.any(String) });
    expect(first?.attributes).toEqual({
      code,
      details,
      doc_url: expect.stringMatching(`/docs/errors#${code}$`),
      ...(ERROR_CATALOGUE[code].transient ? { transient: true } : {}),
    });
    expect(status).toBe(ERROR_CATALOGUE[code].status);
  });
});

describe('every code of the catalogue', () => {
  it('is produced here, by another test, or never, for a reason', () => {
    const places = [ALL, PROVEN_ELSEWHERE, NEVER_GIVEN];
    for (const code of ERROR_CODES) {
      expect([code, places.filter((place) => code in place).length]).toEqual([code, 1]);
    }
  });

  it.each(Object.entries(PROVEN_ELSEWHERE))('%s is expected by %s', (code, file) => {
    const test = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    expect(test).toMatch(new RegExp(`\\b${code}\\b`));
  });
});
