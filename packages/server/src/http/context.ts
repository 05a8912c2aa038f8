import type { DomainEvent } from '@recto/content/event';
import type { FieldRegistry } from '@recto/content/field-type';
import type { NewId } from '@recto/content/id';
import type { Identity } from '@recto/content/item/item';
import type { Permissions } from '@recto/content/permissions/permissions';
import type { Schema } from '@recto/content/schema/schema';
import type { Db } from '#db/database.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Settings } from '#settings.ts';
import type { FileStore } from '#storage/file-store.ts';
import type { Confirmation } from './recalled-caller.ts';

/** The project's row, read with the token. */
export interface Site {
  id: string;
  name: string;
  internalSubdomain: string;
  /** Null for the first project while nobody has made an account yet. */
  ownerId: string | null;
  /** Set when an organization owns the project; then no account does. */
  ownerOrganizationId: string | null;
  primaryEnvironmentId: string;
  /** Nobody writes to the primary environment. */
  isInMaintenance: boolean;
  /** False while it is being made as a copy of another one. */
  isReady: boolean;
  settings: Record<string, unknown>;
}

export interface Environment {
  /** Internal id: the key of every row of content. */
  id: string;
  /** What callers call it (`main`). */
  name: string;
  isPrimary: boolean;
  status: string;
  /** While it is the source of a fast fork. */
  isReadOnly: boolean;
  locales: readonly string[];
  timeZone: string;
  settings: Record<string, unknown>;
  schemaVersion: number;
}

/** Everything an endpoint of a project may use. In a write, `db` is the transaction of the request: whatever
 *  is done through it is kept or lost as one. */
export interface RequestContext {
  db: Db;
  /** Set while the caller is only recalled: the first statement has to ask for it. */
  confirmation: Confirmation | null;
  site: Site;
  environment: Environment;
  /** Whoever asks. */
  identity: Identity;
  permissions: Permissions;
  schema: Schema;
  registry: FieldRegistry;
  /** The moment of the request, the same in everything it writes. */
  now: Date;
  newId: NewId;
  settings: Settings;
  files: FileStore;
  jobs: JobQueue;
  /** The job that does the work; null while a caller waits for it. Then too much work is put off: `Postponed`. */
  jobId: string | null;
  /** Adds to the outbox, in the same transaction. */
  record(events: readonly DomainEvent[]): Promise<void>;
}
