import { describe, expect, it } from 'vitest';
import { finalPermissions, mayEnter, NO_PERMISSIONS, permissionsIn, type Role } from './final-permissions.ts';
import type { ItemTypePermission } from './permissions.ts';

const everything: ItemTypePermission = {
  environment: 'main',
  action: 'all',
  item_type: null,
  workflow: null,
  on_creator: 'anyone',
  on_stage: null,
  to_stage: null,
  localization_scope: 'all',
  locale: null,
};
const deletion: ItemTypePermission = { ...everything, action: 'delete', localization_scope: null };

function role(id: string, declared: Partial<Role['declared']>, inheritsFrom: string[] = []): Role {
  return { id, name: id, declared: { ...NO_PERMISSIONS, ...declared }, inheritsFrom };
}

function finalOf(...roles: [Role, ...Role[]]) {
  return finalPermissions(roles[0], new Map(roles.map((each) => [each.id, each])));
}

describe('what a role comes to', () => {
  it('is the union of what it and all above it grant, and of what they deny', () => {
    const author = role('author', { negative_item_type_permissions: [deletion] }, ['editor']);
    const editor = role('editor', { positive_item_type_permissions: [everything] }, ['base']);
    const base = role('base', { can_edit_favicon: true });
    const final = finalOf(author, editor, base);
    expect(final.positive_item_type_permissions).toEqual([everything]);
    expect(final.negative_item_type_permissions).toEqual([deletion]);
    expect(final.can_edit_favicon).toBe(true);
    expect(final.can_edit_schema).toBe(false);
  });

  it('counts equal rules once, whatever order their keys came in', () => {
    const turned = Object.fromEntries(Object.entries(everything).reverse()) as unknown as ItemTypePermission;
    const final = finalOf(
      role('one', { positive_item_type_permissions: [everything] }, ['two']),
      role('two', { positive_item_type_permissions: [turned] }),
    );
    expect(final.positive_item_type_permissions).toHaveLength(1);
  });

  it('has an end when roles inherit in a circle, from themselves, or from none', () => {
    const one = role('one', { can_edit_site: true }, ['two', 'one', 'gone']);
    const two = role('two', { can_manage_menu: true }, ['one']);
    expect(finalOf(one, two)).toMatchObject({ can_edit_site: true, can_manage_menu: true });
  });

  it.each([
    ['none', 'primary_only', 'primary_only'],
    ['sandbox_only', 'none', 'sandbox_only'],
    ['primary_only', 'sandbox_only', 'all'],
    ['primary_only', 'primary_only', 'primary_only'],
    ['all', 'none', 'all'],
  ] as const)('lets into environments as %s and %s together: %s', (own, inherited, expected) => {
    const final = finalOf(
      role('one', { environments_access: own }, ['two']),
      role('two', { environments_access: inherited }),
    );
    expect(final.environments_access).toBe(expected);
  });
});

it.each([
  ['all', true, true],
  ['primary_only', true, false],
  ['sandbox_only', false, true],
  ['none', false, false],
] as const)('access to %s opens the primary environment: %s, a sandbox: %s', (access, primary, sandbox) => {
  expect(mayEnter(access, { isPrimary: true })).toBe(primary);
  expect(mayEnter(access, { isPrimary: false })).toBe(sandbox);
});

it('rules about another environment do not count in this one', () => {
  const final = { ...NO_PERMISSIONS, positive_item_type_permissions: [everything] };
  expect(permissionsIn('sandbox', { id: 'r', final }, []).positiveItemTypePermissions).toEqual([]);
  expect(permissionsIn('main', { id: 'r', final }, []).positiveItemTypePermissions).toEqual([everything]);
});
