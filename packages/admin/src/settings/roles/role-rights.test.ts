import { expect, test } from 'vitest';
import type { Role } from '#project/use-roles.ts';
import { contentRights, projectRights } from './role-rights.ts';

type Permissions = Role['meta']['final_permissions'];

function permissions(part: object): Permissions {
  return {
    positive_item_type_permissions: [],
    negative_item_type_permissions: [],
    ...part,
  } as unknown as Permissions;
}

const everyone = { item_type: null, workflow: null, on_creator: 'anyone' };

test.each([
  [[], [], 'Nothing'],
  [[{ ...everyone, action: 'all' }], [], 'Everything'],
  [[{ ...everyone, action: 'all' }], [{ ...everyone, action: 'delete' }], 'Everything, with exceptions'],
  [
    [
      { ...everyone, action: 'read' },
      { ...everyone, action: 'update' },
    ],
    [],
    'Read, change',
  ],
  [[{ ...everyone, action: 'read', item_type: '1' }], [], 'Read, with exceptions'],
  [[{ ...everyone, action: 'read', on_creator: 'self' }], [], 'Read, with exceptions'],
])('rules %j but not %j read as a sentence', (positive, negative, sentence) => {
  const rules = { positive_item_type_permissions: positive, negative_item_type_permissions: negative };
  expect(contentRights(permissions(rules))).toBe(sentence);
});

test('rights are named that are given, and no others', () => {
  expect(projectRights(permissions({ can_edit_schema: true, can_manage_users: false }))).toEqual([
    'Change the schema',
  ]);
});
