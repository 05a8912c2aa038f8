import { describe, expect, it } from 'vitest';
import { buildField, buildItemType } from '../schema/testing.ts';
import { resolveLocales } from './locales.ts';

const fields = ['title', 'body'].map((apiKey) => buildField({ apiKey, itemTypeId: 'post', localized: true }));
const environmentLocales = ['en', 'it', 'fr'];

interface Case {
  existing: string[] | null;
  /** Space-separated locales sent for each field. */
  sent: Record<string, string>;
  manages?: string;
  allRequired?: boolean;
}

function resolve({ existing, sent, manages, allRequired = false }: Case) {
  const answer = resolveLocales({
    itemType: buildItemType({ apiKey: 'post', allLocalesRequired: allRequired }),
    fields,
    environmentLocales,
    existing: existing && new Set(existing),
    sent: new Map(Object.entries(sent).map(([id, locales]) => [id, locales.split(' ').filter(Boolean)])),
    manageable: manages === undefined ? null : new Set(manages.split(' ')),
  });
  return {
    locales: answer.locales.join(' '),
    wrong: answer.problems.map(({ field }) => field.apiKey).join(' '),
  };
}

const both = (locales: string) => ({ title: locales, body: locales });

describe('the locales of a record after a save', () => {
  it.each<[string, Case, string]>([
    ['are those sent on creation', { existing: null, sent: both('en it') }, 'en it'],
    [
      'are those of the sent field where others are left out',
      { existing: null, sent: { title: 'it' } },
      'it',
    ],
    ['stay when nothing localized is sent', { existing: ['en', 'it'], sent: {} }, 'en it'],
    ['stay when a field sends the same ones', { existing: ['en', 'it'], sent: { title: 'it en' } }, 'en it'],
    ['grow when all fields send more', { existing: ['en'], sent: both('en it') }, 'en it'],
    ['shrink when all fields send fewer', { existing: ['en', 'it'], sent: both('en') }, 'en'],
    [
      'keep what the caller may not manage',
      { existing: ['en', 'it'], sent: { title: 'en' }, manages: 'en' },
      'en it',
    ],
    [
      'exchange only what the caller may manage',
      { existing: ['en', 'fr'], sent: both('it'), manages: 'en it' },
      'it fr',
    ],
    [
      'lose what the caller manages and leaves out',
      { existing: ['en', 'it'], sent: both('en'), manages: 'en it' },
      'en',
    ],
    [
      'include blank ones that are required and not manageable',
      { existing: null, sent: both('en'), manages: 'en', allRequired: true },
      'en it fr',
    ],
  ])('%s', (_title, question, locales) => {
    expect(resolve(question)).toEqual({ locales, wrong: '' });
  });

  it.each<[string, Case, string]>([
    ['fields that differ', { existing: null, sent: { title: 'en it', body: 'en' } }, 'body'],
    ['one field alone that adds a locale', { existing: ['en'], sent: { title: 'en it' } }, 'body'],
    ['one field alone that removes a locale', { existing: ['en', 'it'], sent: { title: 'en' } }, 'title'],
    ['a locale that the environment does not have', { existing: null, sent: both('en de') }, 'title body'],
    [
      'a required locale that is missing',
      { existing: null, sent: both('en it'), allRequired: true },
      'title body',
    ],
  ])('cannot come from %s', (_title, question, wrong) => {
    expect(resolve(question).wrong).toBe(wrong);
  });
});
