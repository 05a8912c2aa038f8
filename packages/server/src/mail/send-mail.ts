import type { Db } from '#db/database.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import { decryptSecret, encryptSecret } from '#secrets/secret.ts';
import type { Settings } from '#settings.ts';
import type { Mail, Mailer } from './mailer.ts';

const JOB = 'send mail';

interface Outgoing {
  db: Db;
  jobs: JobQueue;
  settings: Settings;
}

/** Has a mail sent when, and only when, the transaction commits. It waits sealed, because of the links in it. */
export async function sendMail({ db, jobs, settings }: Outgoing, mail: Mail): Promise<void> {
  const sealed = encryptSecret(settings.secret, JSON.stringify(mail)).toString('base64');
  await jobs.send(db, JOB, { sealed });
}

export async function startSendingMail(jobs: JobQueue, mailer: Mailer, secret: Buffer): Promise<void> {
  await jobs.work(JOB, async (data) => {
    const { sealed } = data as { sealed: string }; // as sent above
    await mailer.send(JSON.parse(decryptSecret(secret, Buffer.from(sealed, 'base64'))) as Mail);
  });
}
