import type { ItemFacts } from '@recto/content/facts';

const CAPACITY = 20_000;
const known = new Map<string, ItemFacts>();

/** Keeps in mind what was learned about records. It may be otherwise by now: whoever recalls it makes sure. */
export function rememberItems(environmentId: string, items: readonly ItemFacts[]): void {
  if (known.size + items.length > CAPACITY) known.clear();
  for (const item of items) known.set(keyOf(environmentId, item.id), item);
}

export function recallItem(environmentId: string, id: string): ItemFacts | undefined {
  return known.get(keyOf(environmentId, id));
}

function keyOf(environmentId: string, id: string): string {
  return `${environmentId} ${id}`;
}
