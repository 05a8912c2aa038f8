import type { FieldRegistry } from '@recto/content/field-type';
import type { NewId } from '@recto/content/id';
import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Settings } from '#settings.ts';
import type { FileStore } from '#storage/file-store.ts';
import type { Usage } from '#usage/start-metering.ts';

/** What the app is built from. `main.ts` and tests choose the adapters; the app opens none. */
export interface Ports {
  settings: Settings;
  database: Database;
  files: FileStore;
  jobs: JobQueue;
  registry: FieldRegistry;
  usage: Usage;
  now(): Date;
  newId: NewId;
  log: Logger;
}
