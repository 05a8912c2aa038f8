import { refusal } from '@recto/content/refusal';
import type { RequestContext } from '#http/context.ts';
import {
  type ListedEnvironment,
  recordEnvironmentEvent,
  refuseWritersOf,
  setPrimaryEnvironment,
} from './table.ts';

/** One change of the project's row: from the next request on, whoever names no environment is in this one. What
 *  is being written to the old one in this moment is refused, and lands in the new one when it is repeated. */
export async function promoteEnvironment(
  { db, site, now }: RequestContext,
  { id, name, isPrimary, status }: ListedEnvironment,
): Promise<void> {
  if (isPrimary) throw refusal('ALREADY_PRIMARY_ENVIRONMENT');
  if (status !== 'ready') throw refusal('ENVIRONMENT_NOT_READY', { status });
  await refuseWritersOf(db, [site.primaryEnvironmentId, id]);
  await setPrimaryEnvironment(db, site.id, id);
  await recordEnvironmentEvent(db, { siteId: site.id, environmentId: id, eventType: 'promote', name, now });
}
