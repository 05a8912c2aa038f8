import type { ItemAction, ItemTypePermission, UploadAction, UploadPermission } from './permissions.ts';

/** A rule as callers write it: what does not concern its action may be left out, or sent back as null. */
export type ItemRuleInput = Pick<ItemTypePermission, 'environment' | 'action'> & Partial<ItemTypePermission>;
export type UploadRuleInput = Pick<UploadPermission, 'environment' | 'action'> & Partial<UploadPermission>;

/** With all of its keys: how rules rest, are compared and are shown. */
export function completeItemRule(input: ItemRuleInput): ItemTypePermission {
  return {
    environment: input.environment,
    item_type: input.item_type ?? null,
    workflow: input.workflow ?? null,
    on_stage: input.on_stage ?? null,
    to_stage: input.to_stage ?? null,
    action: input.action,
    on_creator: input.on_creator ?? null,
    localization_scope: input.localization_scope ?? null,
    locale: input.locale ?? null,
  };
}

export function completeUploadRule(input: UploadRuleInput): UploadPermission {
  return {
    environment: input.environment,
    upload_collection: input.upload_collection ?? null,
    move_to_upload_collection: input.move_to_upload_collection ?? null,
    action: input.action,
    on_creator: input.on_creator ?? null,
    localization_scope: input.localization_scope ?? null,
    locale: input.locale ?? null,
  };
}

/** What is wrong with a rule about records, one sentence each. */
export function itemRuleProblems(rule: ItemTypePermission): string[] {
  const problems = branchProblems(rule, ITEM_BRANCHES[rule.action]);
  if (rule.item_type !== null && rule.workflow !== null) {
    problems.push('"item_type" and "workflow" exclude each other.');
  }
  return problems;
}

export function uploadRuleProblems(rule: UploadPermission): string[] {
  return branchProblems(rule, UPLOAD_BRANCHES[rule.action]);
}

interface Branch {
  needs: readonly string[];
  takes: readonly string[];
}

const MODELS = ['item_type', 'workflow'];
const CREATOR = ['on_creator'];
const SCOPE = ['on_creator', 'localization_scope'];

/** What each action is narrowed by; the public page on creating a role lists the same branches. */
const ITEM_BRANCHES: Readonly<Record<ItemAction, Branch>> = {
  all: { needs: SCOPE, takes: [...MODELS, 'on_stage', 'to_stage'] },
  read: { needs: CREATOR, takes: MODELS },
  create: { needs: ['localization_scope'], takes: [...MODELS, 'locale'] },
  update: { needs: SCOPE, takes: [...MODELS, 'on_stage', 'locale'] },
  publish: { needs: SCOPE, takes: [...MODELS, 'on_stage', 'locale'] },
  duplicate: { needs: [], takes: [...MODELS, 'on_stage'] },
  delete: { needs: CREATOR, takes: [...MODELS, 'on_stage'] },
  edit_creator: { needs: CREATOR, takes: [...MODELS, 'on_stage'] },
  take_over: { needs: CREATOR, takes: [...MODELS, 'on_stage'] },
  move_to_stage: { needs: CREATOR, takes: [...MODELS, 'on_stage', 'to_stage'] },
};

const COLLECTION = ['upload_collection'];

const UPLOAD_BRANCHES: Readonly<Record<UploadAction, Branch>> = {
  all: { needs: SCOPE, takes: COLLECTION },
  read: { needs: CREATOR, takes: COLLECTION },
  create: { needs: [], takes: COLLECTION },
  update: { needs: SCOPE, takes: [...COLLECTION, 'locale'] },
  delete: { needs: CREATOR, takes: COLLECTION },
  edit_creator: { needs: CREATOR, takes: COLLECTION },
  replace_asset: { needs: CREATOR, takes: COLLECTION },
  move: { needs: CREATOR, takes: [...COLLECTION, 'move_to_upload_collection'] },
};

function branchProblems(rule: ItemTypePermission | UploadPermission, { needs, takes }: Branch): string[] {
  const known = new Set(['environment', 'action', ...needs, ...takes]);
  const given = Object.entries(rule).filter(([, value]) => value !== null);
  const names = new Set(given.map(([name]) => name));
  return [
    ...needs.filter((name) => !names.has(name)).map((name) => `"${name}" wasn't supplied.`),
    ...[...names]
      .filter((name) => !known.has(name))
      .map((name) => `"${name}" does not apply to "${rule.action}".`),
    ...scopeProblems(rule),
  ];
}

/** A rule about all actions cannot be narrowed to a locale: some of them know no locales. */
function scopeProblems({ action, localization_scope: scope, locale }: ItemTypePermission | UploadPermission) {
  if (action === 'all' && scope !== null && scope !== 'all') {
    return ['"localization_scope" of "all" is always "all".'];
  }
  if (scope === 'localized' && locale === null) return ['"locale" wasn\'t supplied.'];
  if (scope !== 'localized' && locale !== null) return ['"locale" goes with "localized" only.'];
  return [];
}
