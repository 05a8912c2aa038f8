import type { Json } from '@recto/content/json';
import { sql } from 'kysely';
import { finishJob, forgetOldJobs, type JobResult } from '#api/job-results/table.ts';
import type { Db } from '#db/database.ts';
import type { AnswerDocument } from '#http/endpoint.ts';
import { decryptSecret, encryptSecret } from '#secrets/secret.ts';
import type { AccountContext } from '../account-endpoint.ts';

/** Begins a job of whoever asks. Its result is theirs alone, by the token they asked with: it outlives what the
 *  job does away with, their account included. */
export async function beginAccountJob({ db, now, newId, askerHash }: AccountContext): Promise<string> {
  const id = newId();
  await forgetOldJobs(db, now);
  await sql`insert into job_result (id, asker_hash, created_at) values (${id}, ${askerHash}, ${now})`.execute(
    db,
  );
  return id;
}

/** Results tell tokens of projects, so they rest sealed. */
export async function finishAccountJob(
  db: Db,
  result: JobResult,
  { now, secret }: { now: Date; secret: Buffer },
): Promise<void> {
  const sealed = encryptSecret(secret, JSON.stringify(result.payload)).toString('base64');
  await finishJob(db, { ...result, payload: { sealed } }, now);
}

/** What the protocol calls a job, yet takes no longer than the request: its result is there at once. */
export async function answerDoneJob(
  context: AccountContext,
  payload: NonNullable<AnswerDocument>,
): Promise<AnswerDocument> {
  const id = await beginAccountJob(context);
  const { db, now, settings } = context;
  const result = { id, status: 200, payload: payload as Json };
  await finishAccountJob(db, result, { now, secret: settings.secret });
  return { data: { type: 'job', id } };
}

/** Undefined while it runs, and for jobs of others. */
export async function findAccountJob(
  db: Db,
  { id, askerHash, secret }: { id: string; askerHash: Buffer; secret: Buffer },
): Promise<JobResult | undefined> {
  const row = await db
    .selectFrom('job_result')
    .select(['status', 'payload'])
    .where('id', '=', id)
    .where('asker_hash', '=', askerHash)
    .where('finished_at', 'is not', null)
    .executeTakeFirst();
  if (!row || row.status === null) return undefined;
  const { sealed } = row.payload as { sealed: string }; // as sealed above
  const payload: Json = JSON.parse(decryptSecret(secret, Buffer.from(sealed, 'base64')));
  return { id, status: row.status, payload };
}
