import type { ItemType } from '@recto/content/schema/item-type';
import type { Schema } from '@recto/content/schema/schema';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Records of a model that becomes sortable or a tree take their places, oldest first; those of one that is no
 *  tree any more lose their parents, and those of one that is neither have no places. */
export async function renumberItems(
  db: Db,
  environmentId: string,
  { before, after }: { before: Schema; after: Schema },
): Promise<void> {
  for (const itemType of after.itemTypes.values()) {
    const old = before.itemTypes.get(itemType.id);
    if (!old || (old.sortable === itemType.sortable && old.tree === itemType.tree)) continue;
    if (itemType.sortable || itemType.tree) await number(db, environmentId, itemType);
    else await clear(db, environmentId, itemType);
  }
}

/** What was in order before stays in it. */
async function number(db: Db, environmentId: string, { id }: ItemType): Promise<void> {
  await sql`
    update item i set position = n.position, parent_id = null
    from (
      select id, row_number() over (order by position nulls last, created_at, id) as position
      from item where environment_id = ${environmentId} and item_type_id = ${id}
    ) n
    where i.environment_id = ${environmentId} and i.id = n.id`.execute(db);
}

async function clear(db: Db, environmentId: string, { id }: ItemType): Promise<void> {
  await sql`
    update item set position = null, parent_id = null
    where environment_id = ${environmentId} and item_type_id = ${id}`.execute(db);
}
