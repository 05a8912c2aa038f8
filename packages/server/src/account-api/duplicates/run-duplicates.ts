import type { Json } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import { insertAccessToken } from '#api/access-tokens/table.ts';
import { clearEnvironment } from '#api/environments/clear-environment.ts';
import { type CopiedSettings, copyEnvironment, SourceChanged } from '#api/environments/copy-environment.ts';
import type { Replacement } from '#api/environments/copy-rows.ts';
import { finishFork } from '#api/environments/table.ts';
import { isFinished } from '#api/job-results/table.ts';
import { storePathOf, uploadPathOf } from '#assets/asset-path.ts';
import type { Db } from '#db/database.ts';
import { DatabaseUnavailable } from '#db/database-error.ts';
import type { Ports } from '#http/ports.ts';
import { renderFailure } from '#http/render-failure.ts';
import { newToken } from '#secrets/secret.ts';
import { copyFile } from '#storage/copy-file.ts';
import { destroySites } from '../closing/destroy-sites.ts';
import { finishAccountJob } from '../job-results/account-jobs.ts';
import { readOnlyTokenOf } from '../sites/create-project.ts';
import { presentSite } from '../sites/present.ts';
import { findSite } from '../sites/table.ts';
import { DUPLICATE_JOB, type DuplicateWork } from './begin-duplicate.ts';
import { copyProject } from './copy-project.ts';

/** Whoever changes the schema again and again while it is being copied is told so. */
const MOST_ATTEMPTS = 5;
/** Whose `path` is a file in the folder of the project. */
const FILE_TABLES = ['upload', 'upload_track'] as const;

/** Makes the copies that were announced. One that was interrupted is made again from the beginning. */
export async function startDuplicates(ports: Ports): Promise<void> {
  await ports.jobs.work(DUPLICATE_JOB, async (data) => {
    const work = data as DuplicateWork; // as `beginDuplicate` sends it
    if (await isFinished(ports.database.db, work.jobId)) return;
    try {
      await copyRows(work, ports);
      if (!work.isSchemaOnly) await copyFiles(work, ports);
      await ports.database.db.transaction().execute((db) => finish(db, work, ports));
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error; // later it may be there again
      await giveUp(work, error, ports);
    }
  });
}

async function copyRows(work: DuplicateWork, ports: Ports, attempt = 1): Promise<void> {
  const { database } = ports;
  const { from, to, isSchemaOnly } = work;
  await markCreating(database.db, to.environmentId);
  await clearEnvironment(database, to.environmentId);
  try {
    await copyEnvironment({
      database,
      route: { from: from.environmentId, to: to.environmentId },
      replacement: replacementFor(work, await readOwner(database.db, to.siteId)),
      isSchemaOnly,
      onProgress: async () => {},
      complete: (db, settings) => openEnvironment(db, work, settings),
    });
  } catch (error) {
    if (!(error instanceof SourceChanged)) throw error;
    if (attempt === MOST_ATTEMPTS) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
    await copyRows(work, ports, attempt + 1);
  }
}

/** An earlier attempt may have got as far as to open it, within a project that is still closed. */
async function markCreating(db: Db, environmentId: string): Promise<void> {
  await sql`update environment set status = 'creating' where id = ${environmentId} and status = 'ready'`.execute(
    db,
  );
}

async function openEnvironment(db: Db, { to, isSchemaOnly }: DuplicateWork, copied: CopiedSettings) {
  const settings = isSchemaOnly ? withoutAssets(copied.settings) : copied.settings;
  if (!(await finishFork(db, to.environmentId, { ...copied, settings }))) throw refusal('SITE_NOT_READY');
}

/** The pictures of the project's own settings are assets, which stay behind. */
function withoutAssets({ favicon: _, global_seo: seo, ...settings }: Record<string, unknown>) {
  if (seo === undefined) return settings;
  return {
    ...settings,
    global_seo: JSON.parse(JSON.stringify(seo, (key, value) => (key === 'image' ? null : value))),
  };
}

/** People and tokens of the original are nobody here: what they made is its owner's. Files lie in the project's own
 *  folder. */
function replacementFor({ from, to }: DuplicateWork, owner: { type: string; id: string }): Replacement {
  return (table, column) => {
    if (column === 'creator_type' || column === 'editor_type') return sql`${owner.type}::text`;
    if (column === 'creator_id' || column === 'editor_id') return sql`${owner.id}::text`;
    if (column === 'path' && FILE_TABLES.some((known) => known === table)) {
      return sql`replace(path, ${uploadPathOf(from.siteId, '')}, ${uploadPathOf(to.siteId, '')})`;
    }
    return undefined;
  };
}

async function readOwner(db: Db, siteId: string): Promise<{ type: string; id: string }> {
  const { owner_id, owner_organization_id } = await db
    .selectFrom('site')
    .select(['owner_id', 'owner_organization_id'])
    .where('id', '=', siteId)
    .executeTakeFirstOrThrow();
  if (owner_organization_id) return { type: 'organization', id: owner_organization_id };
  return { type: 'account', id: owner_id ?? '' };
}

/** A file that went while its row was being copied is missing in the copy, too. */
async function copyFiles({ from, to }: DuplicateWork, { database, files }: Ports): Promise<void> {
  const paths = FILE_TABLES.map(
    (table) => sql`select path from ${sql.table(table)} where environment_id = ${to.environmentId}`,
  );
  const { rows } = await sql<{ path: string }>`${sql.join(paths, sql` union `)}`.execute(database.db);
  for (const { path } of rows) {
    const target = storePathOf(path, to.siteId);
    if (target) await copyFile(files, target.replace(`/${to.siteId}/`, `/${from.siteId}/`), target);
  }
}

/** The copy opens, and the job's result appears, at once. */
async function finish(db: Db, work: DuplicateWork, ports: Ports): Promise<void> {
  const { to } = work;
  const { settings, newId } = ports;
  const now = ports.now();
  if (!(await isSourceThere(db, work))) throw refusal('NOT_FOUND');
  await copyProject(db, work, { now, newId });
  const token = readOnlyTokenOf(newId(), newToken());
  await insertAccessToken(db, { siteId: to.siteId, secret: settings.secret }, token, now);
  const made = await sql`update site set status = 'ready' where id = ${to.siteId} and status = 'creating'
    returning id`.execute(db);
  if (made.rows.length === 0) throw refusal('SITE_NOT_READY');
  const site = await findSite(db, work.accountId, to.siteId);
  const payload = { data: presentSite(site, null, settings) } as unknown as Json;
  await finishAccountJob(db, { id: work.jobId, status: 200, payload }, { now, secret: settings.secret });
}

/** What was destroyed meanwhile may have been half empty when it was copied. */
async function isSourceThere(db: Db, { from }: DuplicateWork): Promise<boolean> {
  const { rows } = await sql`
    select from environment join site on site.id = environment.site_id
    where environment.id = ${from.environmentId} and environment.status = 'ready' and site.status = 'ready'
    for share`.execute(db);
  return rows.length > 0;
}

/** Leaves nothing behind but the reason. */
async function giveUp(work: DuplicateWork, error: unknown, ports: Ports): Promise<void> {
  const { jobId, to } = work;
  const { database, jobs, settings } = ports;
  await database.db.transaction().execute(async (db) => {
    await destroySites({ db, jobs }, [to.siteId]);
    const reason = (await isSourceThere(db, work)) ? error : refusal('NOT_FOUND');
    const failure = { id: jobId, ...renderFailure(reason, jobId, ports) };
    await finishAccountJob(db, failure, { now: ports.now(), secret: settings.secret });
  });
}
