import { createOwner } from '#account-api/account/create-owner.ts';
import { findAccountByEmail, hasAccount, lockFirstVisit } from '#account-api/account/table.ts';
import { deactivateSecondFactor } from '#account-api/second-factor/table.ts';
import { createProject } from '#account-api/sites/create-project.ts';
import type { Db } from '#db/database.ts';
import type { Ports } from '#http/ports.ts';

const FIRST_PROJECT = { name: 'My first project', internalSubdomain: 'my-first-project', mainLocale: 'en' };

export interface Installation {
  hasOwner: boolean;
  /** Of the first project, when this start made it. */
  readOnlyToken: string | null;
  /** What came of the wish to take a second factor off. */
  secondFactor: 'is off' | 'belongs to nobody' | null;
}

/**
 * What an empty installation needs to be of use at once: the owner that the settings name, and a project. Without
 * an owner the project waits for the first visitor, who takes it over.
 */
export async function prepareInstallation(ports: Ports): Promise<Installation> {
  const { settings, database, newId } = ports;
  const now = ports.now();
  const { ownerEmail: email, ownerPassword: password } = settings;
  if (email && password && !(await hasAccount(database.db))) {
    await createOwner(database.db, { email, password }, { now, newId });
  }
  const context = { now, newId, secret: settings.secret };
  const readOnlyToken = await database.db.transaction().execute(async (db) => {
    await lockFirstVisit(db);
    if (await hasProject(db)) return null;
    const project = await createProject(db, { ...FIRST_PROJECT, ownerId: await findOwner(db) }, context);
    return project.readOnlyToken;
  });
  const secondFactor = await resetSecondFactor(database.db, settings.resetSecondFactorOf);
  return { hasOwner: await hasAccount(database.db), readOnlyToken, secondFactor };
}

/** Whoever may start the program may also open its database: this only spares them the SQL. */
async function resetSecondFactor(db: Db, email: string | undefined): Promise<Installation['secondFactor']> {
  if (email === undefined) return null;
  const account = await findAccountByEmail(db, email);
  if (!account) return 'belongs to nobody';
  await deactivateSecondFactor(db, account.id);
  return 'is off';
}

async function hasProject(db: Db): Promise<boolean> {
  return (await db.selectFrom('site').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function findOwner(db: Db): Promise<string | null> {
  const account = await db
    .selectFrom('account')
    .select('id')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return account?.id ?? null;
}
