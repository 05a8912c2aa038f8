import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOwner } from '#account-api/account/create-owner.ts';
import { findAccountByEmail } from '#account-api/account/table.ts';
import { activateSecondFactor } from '#account-api/second-factor/table.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { prepareInstallation } from './first-start.ts';
import { welcomeText } from './welcome-text.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('a start takes off the second factor of whoever lost it', async () => {
  const { ports } = server;
  const { db } = ports.database;
  const email = 'ada@example.com';
  await createOwner(
    db,
    { email, password: 'a sentence is fine here' },
    { now: ports.now(), newId: ports.newId },
  );
  await activateSecondFactor(db, (await findAccountByEmail(db, email))?.id ?? '', []);
  const startFor = (resetSecondFactorOf: string) =>
    prepareInstallation({ ...ports, settings: { ...ports.settings, resetSecondFactorOf } });
  expect((await startFor('bob@example.com')).secondFactor).toBe('belongs to nobody');
  expect((await findAccountByEmail(db, email))?.is2faActive).toBe(true);
  expect(welcomeText('http://localhost', await startFor(email))).toContain('RECTO_RESET_2FA is off.');
  expect((await findAccountByEmail(db, email))?.is2faActive).toBe(false);
});
