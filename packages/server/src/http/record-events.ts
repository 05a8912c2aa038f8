import type { DomainEvent } from '@recto/content/event';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import { movedLane } from '#db/content-version.ts';
import type { Db } from '#db/database.ts';

/**
 * Adds events to the outbox and moves the environment's content version on, in one statement of the caller's
 * transaction. It also settles a race: when the schema that the write was decided with has been changed by
 * somebody else in the meantime, the write is refused, and clients repeat it.
 */
export async function recordEvents(
  db: Db,
  scope: { siteId: string; environment: { id: string; schemaVersion: number }; now: Date },
  events: readonly DomainEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { environment, now } = scope;
  const rows = events.map(({ entityType, eventType, entityId, details }) => ({
    entity_type: entityType,
    event_type: eventType,
    entity_id: entityId,
    details,
  }));
  const { rows: recorded } = await sql`
    with ${movedLane(environment, now)}
    insert into event (site_id, environment_id, entity_type, event_type, entity_id, details, created_at)
    select ${scope.siteId}, moved.id, e.entity_type, e.event_type, e.entity_id, e.details, ${now}
    from moved, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(entity_type text, event_type text, entity_id text, details jsonb)
    returning seq`.execute(db);
  if (recorded.length === 0) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
}
