import type { RolePermissions } from '@recto/content/permissions/final-permissions';
import type { ItemTypePermission, UploadPermission } from '@recto/content/permissions/permissions';
import {
  completeItemRule,
  completeUploadRule,
  itemRuleProblems,
  uploadRuleProblems,
} from '@recto/content/permissions/read-rule';
import { type RoleChange, unpairedLists } from '@recto/content/permissions/role-change';
import { refusal } from '@recto/content/refusal';
import type { RoleAttributesInput } from './contract.ts';

interface RoleInput {
  attributes?: RoleAttributesInput;
  relationships?: { inherits_permissions_from?: { data: { id: string }[] } };
}

/** Body → change. Refuses rules that say too little or too much for their action, all of them at once. */
export function readChange({ attributes = {}, relationships }: RoleInput): RoleChange {
  const { name, ...input } = attributes;
  const declared = completeLists(input);
  const messages = [
    ...unpairedLists(declared).map((list) => `#/data/attributes: "${list}" wasn't supplied.`),
    ...problemsIn(declared, ['positive_item_type_permissions', 'negative_item_type_permissions'], (rule) =>
      itemRuleProblems(rule as ItemTypePermission),
    ),
    ...problemsIn(declared, ['positive_upload_permissions', 'negative_upload_permissions'], (rule) =>
      uploadRuleProblems(rule as UploadPermission),
    ),
  ];
  if (messages.length > 0) throw refusal('INVALID_FORMAT', { messages });
  return {
    name,
    declared,
    inheritsFrom: relationships?.inherits_permissions_from?.data.map(({ id }) => id),
  };
}

function completeLists(input: Omit<RoleAttributesInput, 'name'>): Partial<RolePermissions> {
  const lists = {
    positive_item_type_permissions: input.positive_item_type_permissions?.map(completeItemRule),
    negative_item_type_permissions: input.negative_item_type_permissions?.map(completeItemRule),
    positive_upload_permissions: input.positive_upload_permissions?.map(completeUploadRule),
    negative_upload_permissions: input.negative_upload_permissions?.map(completeUploadRule),
    positive_build_trigger_permissions: input.positive_build_trigger_permissions?.map(completeTriggerRule),
    negative_build_trigger_permissions: input.negative_build_trigger_permissions?.map(completeTriggerRule),
    positive_search_index_permissions: input.positive_search_index_permissions?.map(completeIndexRule),
    negative_search_index_permissions: input.negative_search_index_permissions?.map(completeIndexRule),
  };
  const given = Object.entries({ ...input, ...lists }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<RolePermissions>; // the contract names no other attributes
}

function completeTriggerRule({ build_trigger = null }: { build_trigger?: string | null }) {
  return { build_trigger };
}

function completeIndexRule({ search_index = null }: { search_index?: string | null }) {
  return { search_index };
}

function problemsIn<List extends keyof RolePermissions>(
  declared: Partial<RolePermissions>,
  lists: readonly List[],
  problemsOf: (rule: unknown) => string[],
): string[] {
  return lists.flatMap((list) =>
    ((declared[list] ?? []) as unknown[]).flatMap((rule, at) =>
      problemsOf(rule).map((problem) => `#/data/attributes/${list}/${at}: ${problem}`),
    ),
  );
}
