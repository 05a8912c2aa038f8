import type { Identity } from '@recto/content/item/item';
import type { Permissions } from '@recto/content/permissions/permissions';
import { insertJob } from '#api/job-results/table.ts';
import type { Db } from '#db/database.ts';
import type { Environment, RequestContext, Site } from './context.ts';
import type { AnswerDocument, Endpoint, EndpointRequest } from './endpoint.ts';
import type { Ports } from './ports.ts';

/** Thrown when there is more to do than a caller can wait for. What was begun is forgotten, and a job does it
 *  from the beginning. */
export class Postponed extends Error {
  readonly context: RequestContext;
  /** Says in the environment that the job will come; in the transaction that makes it. */
  readonly announce: (db: Db, jobId: string) => Promise<void>;

  constructor(context: RequestContext, announce: Postponed['announce']) {
    super('There is too much to do for one request');
    this.name = 'Postponed';
    this.context = context;
    this.announce = announce;
  }
}

/** What a job needs to know to do what was asked for: the request, by whom, where, with which rights. */
export interface PostponedWork {
  jobId: string;
  endpoint: { resource: string; rel: string };
  request: EndpointRequest<unknown, unknown>;
  site: Site;
  environment: Environment;
  identity: Identity;
  permissions: Permissions;
}

export const POSTPONED_JOB = 'endpoint';

/** Answers with a job, as the protocol has it for whatever takes long. */
export async function postponeEndpoint(
  { resource, rel }: Endpoint,
  request: EndpointRequest<unknown, unknown>,
  { context, announce }: Postponed,
  ports: Ports,
): Promise<{ status: number; document: AnswerDocument; environment: string }> {
  const { site, environment, identity, permissions, now } = context;
  const jobId = ports.newId();
  const work: PostponedWork = {
    jobId,
    endpoint: { resource, rel },
    request,
    site,
    environment,
    identity,
    permissions,
  };
  await ports.database.db.transaction().execute(async (db) => {
    await announce(db, jobId);
    await insertJob(db, { id: jobId, siteId: site.id, environmentId: environment.id, now });
    await ports.jobs.send(db, POSTPONED_JOB, work);
  });
  return { status: 202, document: { data: { type: 'job', id: jobId } }, environment: environment.name };
}
