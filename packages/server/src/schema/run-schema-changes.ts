import { refusal } from '@recto/content/refusal';
import type { Schema } from '@recto/content/schema/schema';
import { finishJob, isFinished } from '#api/job-results/table.ts';
import type { Db } from '#db/database.ts';
import { DatabaseUnavailable } from '#db/database-error.ts';
import type { RequestContext } from '#http/context.ts';
import type { Endpoint } from '#http/endpoint.ts';
import type { Ports } from '#http/ports.ts';
import { POSTPONED_JOB, type PostponedWork } from '#http/postpone-endpoint.ts';
import { recordEvents } from '#http/record-events.ts';
import { renderFailure } from '#http/render-failure.ts';
import { SlicesFirst } from './change-schema.ts';
import { clearModels, endChange, forgetPrepared } from './end-schema-change.ts';
import { readSchema } from './load-schema.ts';
import { repeatableIds } from './repeatable-ids.ts';
import { openMigration, reshapeItems, reshapeVersions } from './reshape-records.ts';
import { beginUndoing, lockSchemaChange, type StoredChange, saveOutcome } from './schema-change-table.ts';
import { type Settling, settleItems, settleVersions } from './settle-records.ts';

/**
 * Does the changes of schemas that endpoints put off, because too many records are concerned. The change is decided by
 * running the endpoint again, twice: first only to learn what the next schema is, then, when all documents stand
 * ready in its shape, to switch to it. Every step that was done is remembered: whoever is interrupted goes on there.
 */
export async function startSchemaChanges(endpoints: readonly Endpoint[], ports: Ports): Promise<void> {
  await ports.jobs.work(POSTPONED_JOB, async (data) => {
    const work = data as PostponedWork; // as `postponeEndpoint` sends it
    const endpoint = endpoints.find(
      ({ resource, rel }) => resource === work.endpoint.resource && rel === work.endpoint.rel,
    );
    if (!endpoint || (await isFinished(ports.database.db, work.jobId))) return;
    try {
      await runSteps(endpoint, work, ports);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error; // later it may be there again
      if (!(await giveUp(error, work, ports))) throw error;
    }
    await finishAbandoned(work, ports);
  });
}

async function runSteps(endpoint: Endpoint, work: PostponedWork, ports: Ports): Promise<void> {
  const settling = settlingOf(work, ports);
  for (;;) {
    const change = await ports.database.db.transaction().execute((db) => lockSchemaChange(db, settling));
    if (!change) return;
    ports.log.info({ job: work.jobId, step: change.step }, 'change of a schema');
    await takeStep(change, { endpoint, work, ports, settling });
  }
}

interface Task {
  endpoint: Endpoint;
  work: PostponedWork;
  ports: Ports;
  settling: Settling;
}

async function takeStep({ step }: StoredChange, task: Task): Promise<void> {
  const { ports, settling } = task;
  switch (step) {
    case 'reshape items':
    case 'reshape versions': {
      const migration = await openMigration(ports.database, settling.environmentId, {
        ...(await decide(task)),
        registry: ports.registry,
      });
      await reshapeItems(ports.database, settling, migration);
      return reshapeVersions(ports.database, settling, migration);
    }
    case 'switch':
      return ports.database.db.transaction().execute((db) => switchSchema(task, db));
    case 'clear models':
      return clearModels(settling);
    case 'settle items':
      return settleItems(settling);
    case 'settle versions':
      return settleVersions(settling);
    case 'undo items':
    case 'undo versions':
      return forgetPrepared(settling);
    case 'end':
    case 'end undone':
      return endChange(ports.database, settling);
  }
}

/** Runs the endpoint as far as its decision; what it wrote until then is rolled back. */
async function decide({ endpoint, work, ports }: Task): Promise<{ before: Schema; after: Schema }> {
  try {
    await ports.database.db.transaction().execute((db) => run(endpoint, work, db, ports));
  } catch (error) {
    if (error instanceof SlicesFirst) return error.migration;
    throw error;
  }
  throw new Error('The change was made before its records were ready');
}

async function switchSchema({ endpoint, work, ports }: Task, db: Db): Promise<void> {
  const payload = await run(endpoint, work, db, ports);
  await saveOutcome(db, work.environment.id, { status: 200, payload });
}

async function run(endpoint: Endpoint, work: PostponedWork, db: Db, ports: Ports) {
  const context = await buildContext(work, db, ports);
  const subject = await endpoint.load?.(work.request, context);
  const result = await endpoint.run(work.request, context, subject);
  return endpoint.present(result, context, work.request);
}

async function buildContext(work: PostponedWork, db: Db, ports: Ports): Promise<RequestContext> {
  const { site, identity, permissions, jobId } = work;
  const { registry, settings, files, jobs } = ports;
  const schema = await readSchema(db, work.environment.id);
  const environment = { ...work.environment, schemaVersion: schema.version };
  const now = ports.now();
  return {
    db,
    confirmation: null,
    site,
    environment,
    identity,
    permissions,
    schema,
    registry,
    now,
    newId: repeatableIds(jobId),
    settings,
    files,
    jobs,
    jobId,
    record: (events) => recordEvents(db, { siteId: site.id, environment, now }, events),
  };
}

function settlingOf({ jobId, site, environment }: PostponedWork, ports: Ports): Settling {
  const { database, registry, now } = ports;
  return { database, registry, now, siteId: site.id, environmentId: environment.id, jobId };
}

/** The caller learns the same as if it had waited. Answers false when the change can no longer be undone. */
async function giveUp(error: unknown, work: PostponedWork, ports: Ports): Promise<boolean> {
  const settling = settlingOf(work, ports);
  const failure = renderFailure(error, work.jobId, ports);
  if (!(await beginUndoing(ports.database.db, settling, failure))) return false;
  await forgetPrepared(settling);
  await endChange(ports.database, settling);
  return true;
}

/** The environment was destroyed meanwhile: nobody is left to change it for. */
async function finishAbandoned({ jobId }: PostponedWork, ports: Ports): Promise<void> {
  const { db } = ports.database;
  if (await isFinished(db, jobId)) return;
  const failure = renderFailure(refusal('ENVIRONMENT_NOT_READY', { status: 'destroying' }), jobId, ports);
  await finishJob(db, { id: jobId, ...failure }, ports.now());
}
