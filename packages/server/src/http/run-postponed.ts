import { finishJob, isFinished } from '#api/job-results/table.ts';
import type { Db } from '#db/database.ts';
import { readSchema } from '#schema/load-schema.ts';
import { forgetSchemaJob } from '#schema/schema-version.ts';
import type { RequestContext } from './context.ts';
import type { Endpoint } from './endpoint.ts';
import type { Ports } from './ports.ts';
import { POSTPONED_JOB, type PostponedWork } from './postpone-endpoint.ts';
import { recordEvents } from './record-events.ts';
import { renderFailure } from './render-failure.ts';

/** Does what endpoints put off. A job that was interrupted is done again from the beginning; one that is done
 *  has its result in the same transaction, and is not. */
export async function startPostponedEndpoints(endpoints: readonly Endpoint[], ports: Ports): Promise<void> {
  await ports.jobs.work(POSTPONED_JOB, async (data) => {
    const work = data as PostponedWork; // as `postponeEndpoint` sends it
    const endpoint = endpoints.find(
      ({ resource, rel }) => resource === work.endpoint.resource && rel === work.endpoint.rel,
    );
    if (!endpoint || (await isFinished(ports.database.db, work.jobId))) return;
    try {
      await ports.database.db.transaction().execute((db) => run(endpoint, work, db, ports));
    } catch (error) {
      await fail(error, work, ports);
    }
  });
}

async function run(endpoint: Endpoint, work: PostponedWork, db: Db, ports: Ports): Promise<void> {
  const context = await buildContext(work, db, ports);
  const subject = await endpoint.load?.(work.request, context);
  const result = await endpoint.run(work.request, context, subject);
  const payload = endpoint.present(result, context, work.request);
  await finishJob(db, { id: work.jobId, status: 200, payload }, context.now);
}

async function buildContext(work: PostponedWork, db: Db, ports: Ports): Promise<RequestContext> {
  const { site, identity, permissions, jobId } = work;
  const { registry, newId, settings, files, jobs } = ports;
  const schema = await readSchema(db, work.environment.id);
  const environment = { ...work.environment, schemaVersion: schema.version };
  const now = ports.now();
  return {
    ...{
      db,
      confirmation: null,
      site,
      environment,
      identity,
      permissions,
      schema,
      registry,
      now,
      newId,
      settings,
      files,
      jobs,
      jobId,
    },
    record: (events) => recordEvents(db, { siteId: site.id, environment, now }, events),
  };
}

/** The caller learns the same as if it had waited. */
async function fail(error: unknown, { jobId, environment }: PostponedWork, ports: Ports): Promise<void> {
  const failure = renderFailure(error, jobId, ports);
  await ports.database.db.transaction().execute(async (db) => {
    await forgetSchemaJob(db, environment.id, jobId);
    await finishJob(db, { id: jobId, ...failure }, ports.now());
  });
}
