import { refusal } from '@recto/content/refusal';
import type { Environment, Site } from './context.ts';

/** What an endpoint is about: records and assets, the schema and settings of an environment, or the project. */
export type Scope = 'content' | 'settings' | 'project';

/** Refuses what must not be done where it was asked for, whoever asks. */
export function refusePlace(
  { scope, isRead }: { scope: Scope; isRead: boolean },
  { site, environment }: { site: Site; environment: Environment },
): void {
  if (scope === 'project') return;
  const { status } = environment;
  // Half of it may be there, or gone.
  if (status !== 'ready') throw refusal('ENVIRONMENT_NOT_READY', { status });
  if (!isRead) refuseWrite(scope, site, environment);
}

/** For writes whose scope shows in their body. */
export function refuseWrite(scope: Scope, site: Site, environment: Environment): void {
  if (environment.isReadOnly) throw refusal('ENVIRONMENT_IN_READ_ONLY_MODE');
  if (!environment.isPrimary) return;
  if (site.isInMaintenance) throw refusal('MAINTENANCE_MODE');
  if (scope === 'settings' && site.settings.force_use_of_sandbox_environments === true) {
    throw refusal('PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY');
  }
}
