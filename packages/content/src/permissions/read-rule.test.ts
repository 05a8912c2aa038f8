import { describe, expect, it } from 'vitest';
import { ITEM_ACTIONS, UPLOAD_ACTIONS } from './permissions.ts';
import {
  completeItemRule,
  completeUploadRule,
  type ItemRuleInput,
  itemRuleProblems,
  type UploadRuleInput,
  uploadRuleProblems,
} from './read-rule.ts';

const environment = 'main';
const on_creator = 'anyone' as const;
const localization_scope = 'all';

/** Each action with no more than it needs. */
const ITEM_RULES: ItemRuleInput[] = [
  { environment, action: 'all', on_creator, localization_scope },
  { environment, action: 'read', on_creator },
  { environment, action: 'create', localization_scope },
  { environment, action: 'update', on_creator, localization_scope },
  { environment, action: 'publish', on_creator, localization_scope },
  { environment, action: 'duplicate' },
  { environment, action: 'delete', on_creator },
  { environment, action: 'edit_creator', on_creator },
  { environment, action: 'take_over', on_creator },
  { environment, action: 'move_to_stage', on_creator },
];
const UPLOAD_RULES: UploadRuleInput[] = [
  { environment, action: 'all', on_creator, localization_scope },
  { environment, action: 'read', on_creator },
  { environment, action: 'create' },
  { environment, action: 'update', on_creator, localization_scope },
  { environment, action: 'delete', on_creator },
  { environment, action: 'edit_creator', on_creator },
  { environment, action: 'replace_asset', on_creator },
  { environment, action: 'move', on_creator },
];
/** What an action may be narrowed by, besides the model or the collection. */
const ITEM_EXTRAS: Record<string, string[]> = {
  all: ['on_stage', 'to_stage'],
  update: ['on_stage'],
  publish: ['on_stage'],
  duplicate: ['on_stage'],
  delete: ['on_stage'],
  edit_creator: ['on_stage'],
  take_over: ['on_stage'],
  move_to_stage: ['on_stage', 'to_stage'],
};

describe('a rule about records', () => {
  it('can be written for every action', () => {
    expect(ITEM_RULES.map(({ action }) => action).sort()).toEqual([...ITEM_ACTIONS].sort());
  });

  it.each(ITEM_RULES)('of $action needs no more than this', (rule) => {
    expect(itemRuleProblems(completeItemRule(rule))).toEqual([]);
  });

  it.each(ITEM_RULES)('of $action needs no less than this', (rule) => {
    for (const name of ['on_creator', 'localization_scope'] as const) {
      if (!(name in rule)) continue;
      const problems = itemRuleProblems(completeItemRule({ ...rule, [name]: null }));
      expect(problems).toEqual([`"${name}" wasn't supplied.`]);
    }
  });

  it.each(ITEM_RULES)('of $action takes the stages that concern it', (rule) => {
    for (const name of ['on_stage', 'to_stage'] as const) {
      const problems = itemRuleProblems(completeItemRule({ ...rule, [name]: 'draft' }));
      const isTaken = ITEM_EXTRAS[rule.action]?.includes(name) ?? false;
      expect(problems).toEqual(isTaken ? [] : [`"${name}" does not apply to "${rule.action}".`]);
    }
  });

  it('is about a model or a workflow, not both', () => {
    const read = ITEM_RULES[1] as ItemRuleInput;
    expect(itemRuleProblems(completeItemRule({ ...read, item_type: 'a' }))).toEqual([]);
    expect(itemRuleProblems(completeItemRule({ ...read, workflow: 'b' }))).toEqual([]);
    expect(itemRuleProblems(completeItemRule({ ...read, item_type: 'a', workflow: 'b' }))).toHaveLength(1);
  });

  it.each([
    ['update', 'localized', 'it', 0],
    ['update', 'localized', null, 1],
    ['update', 'not_localized', 'it', 1],
    ['update', 'all', 'it', 1],
    ['create', 'localized', 'it', 0],
    ['all', 'not_localized', null, 1],
    ['all', 'localized', 'it', 2],
  ] as const)('of %s, scope %s, locale %s has %i problems', (action, scope, locale, count) => {
    const creator = action === 'create' ? null : ('anyone' as const);
    const rule: ItemRuleInput = {
      environment,
      action,
      on_creator: creator,
      localization_scope: scope,
      locale,
    };
    expect(itemRuleProblems(completeItemRule(rule))).toHaveLength(count);
  });

  it('comes back with all of its keys', () => {
    expect(completeItemRule({ environment, action: 'duplicate' })).toEqual({
      environment: 'main',
      item_type: null,
      workflow: null,
      on_stage: null,
      to_stage: null,
      action: 'duplicate',
      on_creator: null,
      localization_scope: null,
      locale: null,
    });
  });
});

describe('a rule about assets', () => {
  it('can be written for every action', () => {
    expect(UPLOAD_RULES.map(({ action }) => action).sort()).toEqual([...UPLOAD_ACTIONS].sort());
  });

  it.each(UPLOAD_RULES)('of $action needs no more than this, and may name a collection', (rule) => {
    expect(uploadRuleProblems(completeUploadRule(rule))).toEqual([]);
    expect(uploadRuleProblems(completeUploadRule({ ...rule, upload_collection: 'a' }))).toEqual([]);
  });

  it.each(UPLOAD_RULES)('of $action says where to only when something moves', (rule) => {
    const problems = uploadRuleProblems(completeUploadRule({ ...rule, move_to_upload_collection: 'a' }));
    expect(problems).toHaveLength(rule.action === 'move' ? 0 : 1);
  });
});
