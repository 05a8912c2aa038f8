import { allFieldsets } from '@recto/content/schema/edit-schema';
import type { Schema } from '@recto/content/schema/schema';
import type { Db } from '#db/database.ts';
import { deleteRows, differences, upsertRows } from '#db/save-rows.ts';
import { rowFromField, rowFromFieldset, rowFromItemType, rowFromWorkflow } from './table.ts';

/** Writes what differs between two schemas, one statement for each kind of row. */
export async function saveSchema(
  db: Db,
  environmentId: string,
  { before, after, now, left = [] }: SchemaSave,
): Promise<void> {
  const scope = { environment_id: environmentId, created_at: now };
  const itemTypes = differences([...before.itemTypes.values()], [...after.itemTypes.values()]);
  const fields = differences([...before.fields.values()], [...after.fields.values()]);
  const fieldsets = differences(allFieldsets(before), allFieldsets(after));
  const workflows = differences([...before.workflows.values()], [...after.workflows.values()]);
  await deleteRows(db, 'workflow', environmentId, workflows.gone);
  await upsertRows(
    db,
    'workflow',
    workflows.changed.map((part) => ({ ...scope, ...rowFromWorkflow(part) })),
  );
  await deleteRows(db, 'field', environmentId, fields.gone);
  await deleteRows(db, 'fieldset', environmentId, fieldsets.gone);
  await deleteRows(
    db,
    'item_type',
    environmentId,
    itemTypes.gone.filter((id) => !left.includes(id)),
  );
  await upsertRows(
    db,
    'item_type',
    itemTypes.changed.map((part) => ({ ...scope, ...rowFromItemType(part) })),
  );
  await upsertRows(
    db,
    'fieldset',
    fieldsets.changed.map((part) => ({ environment_id: environmentId, ...rowFromFieldset(part) })),
  );
  await upsertRows(
    db,
    'field',
    fields.changed.map((part) => ({ ...scope, ...rowFromField(part) })),
  );
}

interface SchemaSave {
  before: Schema;
  after: Schema;
  now: Date;
  /** Destroyed models whose rows stay until their records are gone. */
  left?: readonly string[];
}
