import type { Ports } from '#http/ports.ts';
import { purgeVersions } from './purge-versions.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Forgets old versions once an hour, if the operator wants that. Answers how to stop it. */
export function startPurging({ settings, database, now, log }: Ports): () => void {
  const days = settings.versionRetentionDays;
  if (days === null || settings.role === 'web') return () => {};
  const purge = async () => {
    try {
      await purgeVersions(database.db, new Date(now().getTime() - days * DAY_MS));
    } catch (error) {
      log.error(error, 'old versions could not be removed');
    }
  };
  const timer = setInterval(() => void purge(), HOUR_MS).unref();
  void purge();
  return () => clearInterval(timer);
}
