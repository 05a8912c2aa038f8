import type { Role } from '#project/use-roles.ts';
import { words } from '#words/words.ts';

type Permissions = Role['meta']['final_permissions'];
type Flag = keyof typeof words.roles.flags;

/** The rights in the project, beside content. */
export function projectRights(permissions: Permissions): string[] {
  return Object.entries(words.roles.flags)
    .filter(([flag]) => permissions[flag as Flag]) // the keys of the catalogue
    .map(([, right]) => right);
}

/** What may be done with records, as one short sentence. Which records exactly, the API tells. */
export function contentRights(permissions: Permissions): string {
  const rules = permissions.positive_item_type_permissions;
  const exceptions = permissions.negative_item_type_permissions;
  if (rules.length === 0) return words.roles.noContent;
  const sentence = sentenceOf([...new Set<string>(rules.map(({ action }) => action))]);
  const isRestricted = exceptions.length > 0 || !rules.some(isForEverything);
  return isRestricted ? words.roles.restricted(sentence) : sentence;
}

function sentenceOf(actions: readonly string[]): string {
  if (actions.includes('all')) return words.roles.allContent;
  const text = actions.map((action) => words.roles.actions[action] ?? action).join(', ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function isForEverything(rule: Permissions['positive_item_type_permissions'][number]): boolean {
  const hasScope = rule.item_type != null || rule.workflow != null;
  return !hasScope && (rule.on_creator ?? 'anyone') === 'anyone';
}
