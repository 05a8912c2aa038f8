import type { ItemChange } from '@recto/content/item/item-change';
import type { Shift } from '@recto/content/item/place-item';
import type { StoredFacts } from './facts.ts';

export interface ShiftOfSiblings extends Shift {
  itemTypeId: string;
  /** The record that takes the place and is not moved itself. */
  exceptId: string;
}

/** What is saved as one. */
export interface Decision {
  changes: readonly ItemChange[];
  facts: StoredFacts;
  shifts?: readonly ShiftOfSiblings[];
  /** What a caller is told when somebody else was faster. */
  conflict?: 'CONCURRENT_ITEM_UPDATE' | 'STALE_ITEM_VERSION';
}
