import { describe, expect, it } from 'vitest';
import type { Identity } from '../item/item.ts';
import {
  hasFlag,
  type ItemQuestion,
  mayActOnItem,
  mayActOnUpload,
  readableItems,
  readableUploads,
} from './evaluate.ts';
import { OWNER_PERMISSIONS } from './final-permissions.ts';
import {
  ITEM_ACTIONS,
  type ItemTypePermission,
  type Permissions,
  type UploadPermission,
} from './permissions.ts';

const me: Identity = { type: 'access_token', id: 'me' };
const mate: Identity = { type: 'access_token', id: 'mate' };
const stranger: Identity = { type: 'user', id: 'stranger' };
const post = { id: 'post', workflowId: null };
const page = { id: 'page', workflowId: 'review' };

function rule(part: Partial<ItemTypePermission>): ItemTypePermission {
  return {
    environment: 'main',
    action: 'all',
    item_type: null,
    workflow: null,
    on_creator: 'anyone',
    on_stage: null,
    to_stage: null,
    localization_scope: null,
    locale: null,
    ...part,
  };
}

function uploadRule(part: Partial<UploadPermission>): UploadPermission {
  return {
    environment: 'main',
    action: 'all',
    upload_collection: null,
    move_to_upload_collection: null,
    on_creator: 'anyone',
    localization_scope: null,
    locale: null,
    ...part,
  };
}

function permissions(part: Partial<Permissions>): Permissions {
  return { ...OWNER_PERMISSIONS, isOwner: false, roleId: 'role', sharesRole: [me, mate], ...part };
}

function granted(positive: Partial<ItemTypePermission>[], negative: Partial<ItemTypePermission>[] = []) {
  return permissions({
    positiveItemTypePermissions: positive.map(rule),
    negativeItemTypePermissions: negative.map(rule),
  });
}

const actions = ITEM_ACTIONS.filter((action) => action !== 'all');
const creators = { me, mate, stranger };

/** action × who made the record × which rule: every combination. */
describe.each(actions)('the action %s', (action) => {
  describe.each(Object.keys(creators) as (keyof typeof creators)[])('on a record made by %s', (creator) => {
    const question: ItemQuestion = {
      action,
      itemType: post,
      item: { creator: creators[creator], stage: null },
      identity: me,
    };

    it.each([
      ['nothing is granted', granted([]), false],
      ['everything is granted', granted([{}]), true],
      ['this action is granted', granted([{ action }]), true],
      ['only another action is granted', granted([{ action: action === 'read' ? 'update' : 'read' }]), false],
      ['this model is granted', granted([{ action, item_type: 'post' }]), true],
      ['another model is granted', granted([{ action, item_type: 'page' }]), false],
      ['the models of a workflow are granted', granted([{ action, workflow: 'review' }]), false],
      ['own records are granted', granted([{ action, on_creator: 'self' }]), creator === 'me'],
      ['records of the role are granted', granted([{ action, on_creator: 'role' }]), creator !== 'stranger'],
      ['everything is granted and this denied', granted([{}], [{ action }]), false],
      ['everything is granted and everything denied', granted([{}], [{}]), false],
      ['everything is granted and another model denied', granted([{}], [{ item_type: 'page' }]), true],
      ['own records are denied', granted([{}], [{ action, on_creator: 'self' }]), creator !== 'me'],
      ['a denial has nothing granted to take from', granted([], [{ action }]), false],
      ['the caller owns the project', OWNER_PERMISSIONS, true],
    ])('when %s', (_, given, expected) => {
      expect(mayActOnItem(given, question)).toBe(expected);
    });
  });
});

describe('locales', () => {
  const write = (part: Partial<ItemQuestion>): ItemQuestion => ({
    action: 'update',
    itemType: post,
    item: { creator: me, stage: null },
    identity: me,
    ...part,
  });
  const onlyItalian = granted([{ action: 'update', localization_scope: 'localized', locale: 'it' }]);
  const notEnglish = granted(
    [{ localization_scope: 'all' }],
    [{ action: 'update', localization_scope: 'localized', locale: 'en' }],
  );
  const nonLocalized = granted([{ action: 'update', localization_scope: 'not_localized' }]);

  it.each([
    ['a translator writes the own locale', onlyItalian, { locales: ['it'] }, true],
    ['a translator writes another locale', onlyItalian, { locales: ['en'] }, false],
    ['a translator writes the own locale and another', onlyItalian, { locales: ['it', 'en'] }, false],
    ['a translator writes outside of locales', onlyItalian, { locales: ['it'], nonLocalized: true }, false],
    ['a translator changes nothing', onlyItalian, {}, true],
    ['a denied locale is written', notEnglish, { locales: ['en'] }, false],
    ['another locale is written', notEnglish, { locales: ['it'], nonLocalized: true }, true],
    ['a denied locale is among several', notEnglish, { locales: ['it', 'en'] }, false],
    ['only content outside of locales is granted', nonLocalized, { nonLocalized: true }, true],
    [
      'only content outside of locales is granted, a locale written',
      nonLocalized,
      { locales: ['it'] },
      false,
    ],
  ])('when %s', (_, given, touched, expected) => {
    expect(mayActOnItem(given, write(touched))).toBe(expected);
  });

  it('two rules together grant what each grants a part of', () => {
    const both = granted([
      { action: 'update', localization_scope: 'localized', locale: 'it' },
      { action: 'update', localization_scope: 'localized', locale: 'de' },
    ]);
    expect(mayActOnItem(both, write({ locales: ['it', 'de'] }))).toBe(true);
    expect(mayActOnItem(both, write({ locales: ['it', 'de', 'en'] }))).toBe(false);
  });
});

describe('stages and workflows', () => {
  const inDraft: ItemQuestion = {
    action: 'publish',
    itemType: page,
    item: { creator: stranger, stage: 'draft' },
    identity: me,
  };

  it.each([
    ['the models of its workflow', { workflow: 'review' }, true],
    ['the models of another workflow', { workflow: 'other' }, false],
    ['its stage', { on_stage: 'draft' }, true],
    ['another stage', { on_stage: 'approved' }, false],
  ])('a rule about %s', (_, part, expected) => {
    expect(mayActOnItem(granted([part]), inDraft)).toBe(expected);
  });

  it('a move needs the stage that it goes to', () => {
    const move: ItemQuestion = { ...inDraft, action: 'move_to_stage', toStage: 'approved' };
    expect(mayActOnItem(granted([{ action: 'move_to_stage', to_stage: 'approved' }]), move)).toBe(true);
    expect(mayActOnItem(granted([{ action: 'move_to_stage', to_stage: 'review' }]), move)).toBe(false);
    expect(mayActOnItem(granted([{}], [{ action: 'move_to_stage', to_stage: 'approved' }]), move)).toBe(
      false,
    );
  });
});

it('a record that is about to be made counts as made by whoever asks', () => {
  const own = granted([{ on_creator: 'self', localization_scope: 'all' }]);
  expect(mayActOnItem(own, { action: 'create', itemType: post, identity: me, nonLocalized: true })).toBe(
    true,
  );
});

describe('assets', () => {
  const question = {
    action: 'read',
    creator: stranger,
    collections: ['cats', 'animals'],
    identity: me,
  } as const;
  const uploads = (
    positive: Partial<UploadPermission>[],
    negative: Partial<UploadPermission>[] = [],
  ): Permissions =>
    permissions({
      positiveUploadPermissions: positive.map(uploadRule),
      negativeUploadPermissions: negative.map(uploadRule),
    });

  it.each([
    ['everything', uploads([{}]), true],
    ['nothing', uploads([]), false],
    ['a collection around its own', uploads([{ upload_collection: 'animals' }]), true],
    ['another collection', uploads([{ upload_collection: 'plants' }]), false],
    ['everything but a collection around its own', uploads([{}], [{ upload_collection: 'animals' }]), false],
    ['own assets', uploads([{ on_creator: 'self' }]), false],
  ])('a rule about %s', (_, given, expected) => {
    expect(mayActOnUpload(given, question)).toBe(expected);
  });

  it('a move needs the collection that it goes to, or one around it', () => {
    const move = { ...question, action: 'move', toCollections: ['roses', 'plants'] } as const;
    const to = (collection: string) => uploads([{ action: 'move', move_to_upload_collection: collection }]);
    expect(mayActOnUpload(to('plants'), move)).toBe(true);
    expect(mayActOnUpload(to('animals'), move)).toBe(false);
  });

  it('a list is narrowed to a collection and what is inside of it', () => {
    const given = uploads([{ action: 'read', upload_collection: 'animals' }]);
    expect(readableUploads(given, me)).toEqual({
      kind: 'has_any',
      operand: { kind: 'meta', name: 'upload_collections' },
      values: ['animals'],
    });
  });
});

describe('a list of records', () => {
  const byMe = { kind: 'in', operand: { kind: 'meta', name: 'creator' }, values: ['access_token:me'] };

  it.each([
    ['is whole for the owner', OWNER_PERMISSIONS, { kind: 'always' }],
    ['is empty when nothing is granted', granted([]), { kind: 'never' }],
    ['is empty when another action is granted', granted([{ action: 'update' }]), { kind: 'never' }],
    ['is empty when reading is denied', granted([{}], [{ action: 'read' }]), { kind: 'never' }],
    [
      'is whole when reading is granted',
      granted([{ action: 'read', item_type: 'post' }]),
      { kind: 'always' },
    ],
    ['is narrowed to own records', granted([{ action: 'read', on_creator: 'self' }]), byMe],
    [
      'leaves out what is denied',
      granted([{}], [{ action: 'read', on_creator: 'self' }]),
      { kind: 'not', condition: byMe },
    ],
    [
      'knows who holds the same role',
      granted([{ action: 'read', on_creator: 'role' }]),
      { ...byMe, values: ['access_token:me', 'access_token:mate'] },
    ],
  ])('%s', (_, given, expected) => {
    expect(readableItems(given, post, me)).toEqual(expected);
  });
});

it('a switch is off until a role turns it on, and on for the owner', () => {
  expect(hasFlag(permissions({}), 'can_edit_schema')).toBe(false);
  expect(hasFlag(permissions({ flags: { can_edit_schema: true } }), 'can_edit_schema')).toBe(true);
  expect(hasFlag(OWNER_PERMISSIONS, 'can_edit_schema')).toBe(true);
});
