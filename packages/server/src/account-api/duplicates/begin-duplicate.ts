import { randomBytes } from 'node:crypto';
import { refusal, refuseAll } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';
import type { AccountContext } from '../account-endpoint.ts';
import { beginAccountJob } from '../job-results/account-jobs.ts';
import { projectProblems, suggestSubdomain } from '../sites/check-project.ts';
import { findOwnedSite, insertSite } from '../sites/table.ts';

export const DUPLICATE_JOB = 'duplicate project';

/** What the job needs to know. */
export interface DuplicateWork {
  jobId: string;
  accountId: string;
  from: Place;
  to: Place;
  isSchemaOnly: boolean;
}

interface Place {
  siteId: string;
  /** Its primary environment. */
  environmentId: string;
}

/** Announces the copy, which belongs to whom the original does and is closed until it is whole. */
export async function beginDuplicate(
  context: AccountContext,
  siteId: string,
  { name, ignore_content: isSchemaOnly = false }: { name: string; ignore_content?: boolean },
): Promise<string> {
  const { db, account, now, newId, jobs } = context;
  await findOwnedSite(db, account.id, siteId, 'can_create_new_sites');
  refuseAll(projectProblems({ name }));
  const source = await readSource(db, siteId);
  const to = { siteId: newId(), environmentId: newId() };
  await insertSite(db, {
    id: to.siteId,
    name,
    internalSubdomain: suggestSubdomain(name, randomBytes(2).toString('hex')),
    ownerId: source.owner_id,
    ownerOrganizationId: source.owner_organization_id,
    now,
    status: 'creating',
    environment: {
      id: to.environmentId,
      name: source.environment_name,
      locales: source.locales,
      timeZone: source.time_zone,
      settings: source.settings,
    },
  });
  const jobId = await beginAccountJob(context);
  const from = { siteId, environmentId: source.environment_id };
  const work: DuplicateWork = { jobId, accountId: account.id, from, to, isSchemaOnly };
  await jobs.send(db, DUPLICATE_JOB, work);
  return jobId;
}

async function readSource(db: Db, siteId: string) {
  const source = await db
    .selectFrom('site')
    .innerJoin('environment', 'environment.id', 'site.primary_environment_id')
    .select(['site.owner_id', 'site.owner_organization_id'])
    .select(['environment.id as environment_id', 'environment.name as environment_name'])
    .select(['environment.locales', 'environment.time_zone', 'environment.settings', 'environment.status'])
    .where('site.id', '=', siteId)
    .executeTakeFirstOrThrow();
  if (source.status !== 'ready') throw refusal('ENVIRONMENT_NOT_READY', { status: source.status });
  return source;
}
