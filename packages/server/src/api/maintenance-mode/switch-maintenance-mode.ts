import { lockEnvironments, refuseWritersOf } from '#api/environments/table.ts';
import type { RequestContext } from '#http/context.ts';

/** When the answer comes, nobody is writing to the primary environment any more: who began before is refused. */
export async function switchMaintenanceMode(
  { db, site, now }: RequestContext,
  active: boolean,
): Promise<boolean> {
  if (active === site.isInMaintenance) return active;
  await lockEnvironments(db, site.id);
  await db.updateTable('site').set({ maintenance_mode: active }).where('id', '=', site.id).execute();
  if (active) await refuseWritersOf(db, [site.primaryEnvironmentId]);
  await db
    .insertInto('event')
    .values({
      site_id: site.id,
      entity_type: 'maintenance_mode',
      event_type: 'change',
      entity_id: 'maintenance_mode',
      details: JSON.stringify({ active }),
      created_at: now,
    })
    .execute();
  return active;
}
