import type { Identity } from '../item/item.ts';
import type { JsonObject } from '../json.ts';
import { hasFlag } from '../permissions/evaluate.ts';
import type { Permissions } from '../permissions/permissions.ts';

/** A search that somebody keeps, for everybody or for themselves. */
export interface SavedFilter {
  id: string;
  name: string;
  /** As the list it belongs to takes it; kept as it was sent. */
  filter: JsonObject;
  shared: boolean;
  creator: Identity;
}

/** What is not shared is there for its creator alone. */
export function maySeeFilter({ shared, creator }: SavedFilter, identity: Identity): boolean {
  return shared || (creator.type === identity.type && creator.id === identity.id);
}

/** Everybody keeps filters of their own. What others see too, or will see, needs a right. */
export function mayWriteFilter(permissions: Permissions, isShared: boolean, becomesShared: boolean): boolean {
  return !(isShared || becomesShared) || hasFlag(permissions, 'can_manage_shared_filters');
}
