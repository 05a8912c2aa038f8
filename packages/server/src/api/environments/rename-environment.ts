import { refusal } from '@recto/content/refusal';
import { renameEnvironmentInRules } from '#api/roles/environment-rules.ts';
import type { RequestContext } from '#http/context.ts';
import { checkName } from './check-name.ts';
import {
  type ListedEnvironment,
  listEnvironments,
  recordEnvironmentEvent,
  renameEnvironment,
} from './table.ts';

/** Rows are kept under an id of their own, so that nobody who works in the environment is disturbed. */
export async function changeName(
  { db, site, now }: RequestContext,
  { id, name, status }: ListedEnvironment,
  newName: string,
): Promise<void> {
  if (status !== 'ready') throw refusal('ENVIRONMENT_NOT_READY', { status });
  if (newName === name) return;
  checkName(newName, await listEnvironments(db, site.id));
  await renameEnvironment(db, id, newName);
  await renameEnvironmentInRules(db, { siteId: site.id, from: name, to: newName });
  const event = { siteId: site.id, environmentId: id, eventType: 'update', now };
  await recordEnvironmentEvent(db, { ...event, name: newName });
}
