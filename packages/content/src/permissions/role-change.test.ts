import { describe, expect, it } from 'vitest';
import { NO_PERMISSIONS, type Role } from './final-permissions.ts';
import { changeRole, circularParent, longestLineage, nameOfDuplicate, unpairedLists } from './role-change.ts';

function role(id: string, inheritsFrom: string[] = []): Role {
  return { id, name: id, declared: NO_PERMISSIONS, inheritsFrom };
}

describe('a change of a role', () => {
  it('leaves what it does not name', () => {
    const editor = { ...role('editor', ['base']), declared: { ...NO_PERMISSIONS, can_edit_site: true } };
    const changed = changeRole(editor, { declared: { can_edit_schema: true } });
    expect(changed).toMatchObject({ name: 'editor', inheritsFrom: ['base'] });
    expect(changed.declared).toMatchObject({ can_edit_site: true, can_edit_schema: true });
  });

  it.each([
    [{}, []],
    [{ positive_upload_permissions: [], negative_upload_permissions: [] }, []],
    [{ positive_upload_permissions: [] }, ['negative_upload_permissions']],
    [{ negative_item_type_permissions: [] }, ['positive_item_type_permissions']],
    [{ positive_search_index_permissions: [] }, ['negative_search_index_permissions']],
  ])('of the lists %j lacks %j', (declared, missing) => {
    expect(unpairedLists(declared)).toEqual(missing);
  });
});

describe('inheritance', () => {
  it.each([
    ['itself', role('a', ['a']), []],
    ['its child', role('a', ['b']), [role('b', ['a'])]],
    ['a grandchild', role('a', ['c', 'b']), [role('b', ['d']), role('d', ['a']), role('c')]],
  ])('from %s is seen as a circle', (_, changed, others) => {
    expect(circularParent(changed, [changed, ...others])).toBe(changed.inheritsFrom.at(-1));
  });

  it('may meet again higher up', () => {
    const top = role('top');
    const roles = [role('a', ['b', 'c']), role('b', ['top']), role('c', ['top']), top];
    expect(circularParent(roles[0] as Role, roles)).toBeUndefined();
    expect(longestLineage(roles)).toBe(3);
  });
});

it('a duplicate has a name of its own', () => {
  expect(nameOfDuplicate('Editor', new Set())).toBe('Editor (duplicate #1)');
  expect(nameOfDuplicate('Editor', new Set(['Editor (duplicate #1)']))).toBe('Editor (duplicate #2)');
});
