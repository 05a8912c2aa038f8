import type { ItemType } from '@recto/content/schema/item-type';
import { type Schema, workflowOf } from '@recto/content/schema/schema';
import { initialStage, type Workflow } from '@recto/content/workflow/workflow';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Records of a model that gets a workflow begin at its initial stage, as do those on a stage that is no more;
 *  those of a model that goes on without one are on no stage. */
export async function moveStages(
  db: Db,
  environmentId: string,
  { before, after }: { before: Schema; after: Schema },
): Promise<void> {
  for (const itemType of after.itemTypes.values()) {
    const old = before.itemTypes.get(itemType.id);
    const from = old && workflowOf(before, old);
    const to = workflowOf(after, itemType);
    if (!old || from === to) continue;
    const stage = to && initialStage(to);
    await setStage(db, { environmentId, itemType, stage, where: lostTheirs(from ?? null, to) });
  }
}

function lostTheirs(from: Workflow | null, to: Workflow | null): RawBuilder<SqlBool> {
  if (from?.id !== to?.id) return sql`true`;
  const stages = to?.stages.map(({ id }) => id) ?? [];
  return sql`(stage = any(${stages}::text[])) is not true`;
}

async function setStage(
  db: Db,
  change: {
    environmentId: string;
    itemType: ItemType;
    stage: string | null;
    where: RawBuilder<SqlBool>;
  },
): Promise<void> {
  await sql`
    update item set stage = ${change.stage}
    where environment_id = ${change.environmentId} and item_type_id = ${change.itemType.id}
      and ${change.where}`.execute(db);
}
