import { describe, expect, it } from 'vitest';
import type { Identity } from '../item/item.ts';
import { type ItemQuestion, mayActOnItem } from './evaluate.ts';
import { NO_PERMISSIONS, permissionsIn } from './final-permissions.ts';
import { ITEM_ACTIONS, type ItemTypePermission } from './permissions.ts';

type Action = ItemQuestion['action'];
type Rule = Pick<
  ItemTypePermission,
  'environment' | 'action' | 'on_creator' | 'on_stage' | 'localization_scope' | 'locale'
>;
interface Case {
  environment: string;
  creator: keyof typeof creators;
  stage: string;
  /** What the action touches; `null` is the content outside of locales. */
  parts: readonly (string | null)[];
}

const me: Identity = { type: 'access_token', id: 'me' };
const mate: Identity = { type: 'access_token', id: 'mate' };
const creators = { me, mate, stranger: { type: 'user', id: 'stranger' } as Identity };

const actions = ITEM_ACTIONS.filter((action): action is Action => action !== 'all');
const scopes = [
  { localization_scope: 'all', locale: null },
  { localization_scope: 'localized', locale: 'it' },
  { localization_scope: 'not_localized', locale: null },
] as const;

/** action × creator × scope × stage × environment, of rules and of what is asked. */
const rules: Rule[] = product(['main', 'sandbox'], ['anyone', 'self', 'role'] as const, [null, 'draft'])(
  (environment, on_creator, on_stage) => ({ environment, on_creator, on_stage, action: 'all' as const }),
).flatMap((rule) => scopes.map((scope) => ({ ...rule, ...scope })));
const cases: Case[] = product(['main', 'sandbox'], ['me', 'mate', 'stranger'] as const, ['draft', 'review'])(
  (environment, creator, stage) => ({ environment, creator, stage }),
).flatMap((one) => [['it'], ['en'], [null], ['it', null], ['it', 'en']].map((parts) => ({ ...one, parts })));

describe.each(actions)('to %s', (action) => {
  const others = ITEM_ACTIONS.filter((other) => other !== action && other !== 'all');

  it('is allowed where one rule covers all that is touched', () => {
    for (const [rule, asked] of pairs(action)) {
      const expected = asked.parts.every((part) => covers(rule, asked, part));
      expect({ rule, asked, may: may(action, [rule], [], asked) }).toEqual({ rule, asked, may: expected });
    }
  });

  it('is denied where one rule covers a part of what is touched', () => {
    for (const [rule, asked] of pairs(action)) {
      const expected = !asked.parts.some((part) => covers(rule, asked, part));
      expect({ rule, asked, may: may(action, everything, [rule], asked) }).toEqual({
        rule,
        asked,
        may: expected,
      });
    }
  });

  it('does not follow from the other actions', () => {
    const rest = rules.flatMap((rule) => others.map((other) => ({ ...rule, action: other })));
    for (const asked of cases) {
      expect(may(action, rest, [], asked)).toBe(false);
      expect(may(action, everything, rest, asked)).toBe(true);
    }
  });
});

const everything: Rule[] = ['main', 'sandbox'].map((environment) => ({
  environment,
  action: 'all',
  on_creator: 'anyone',
  on_stage: null,
  localization_scope: 'all',
  locale: null,
}));

function pairs(action: Action): [Rule, Case][] {
  return rules.flatMap((rule) =>
    [rule, { ...rule, action }].flatMap((named) => cases.map((asked): [Rule, Case] => [named, asked])),
  );
}

/** What the public page of roles says, a table of words instead of the code that is tested. */
function covers(rule: Rule, asked: Case, part: string | null): boolean {
  const made = { anyone: ['me', 'mate', 'stranger'], self: ['me'], role: ['me', 'mate'] };
  const scoped = { all: ['it', 'en', null], localized: ['it'], not_localized: [null] };
  return (
    rule.environment === asked.environment &&
    made[rule.on_creator ?? 'anyone'].includes(asked.creator) &&
    (rule.on_stage ?? asked.stage) === asked.stage &&
    (scoped[rule.localization_scope ?? 'all'] as (string | null)[]).includes(part)
  );
}

function may(action: Action, positive: readonly Rule[], negative: readonly Rule[], asked: Case): boolean {
  const complete = (rule: Rule) => ({ item_type: null, workflow: null, to_stage: null, ...rule });
  const final = {
    ...NO_PERMISSIONS,
    positive_item_type_permissions: positive.map(complete),
    negative_item_type_permissions: negative.map(complete),
  };
  return mayActOnItem(permissionsIn(asked.environment, { id: 'role', final }, [me, mate]), {
    action,
    itemType: { id: 'post', workflowId: 'review' },
    item: { creator: creators[asked.creator], stage: asked.stage },
    identity: me,
    locales: asked.parts.filter((part) => part !== null),
    nonLocalized: asked.parts.includes(null),
  });
}

function product<A, B, C>(as: readonly A[], bs: readonly B[], cs: readonly C[]) {
  return <Result>(build: (a: A, b: B, c: C) => Result): Result[] =>
    as.flatMap((a) => bs.flatMap((b) => cs.map((c) => build(a, b, c))));
}
