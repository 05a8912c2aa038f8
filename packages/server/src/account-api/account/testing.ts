import { newId } from '@recto/content/id';
import type { TestServer } from '#testing/test-server.ts';
import { hashPassword } from './password.ts';
import { insertAccount, newAccount } from './table.ts';

/** Somebody with an account, as if they had come by an invitation. The answer is the address. */
export async function buildAccount(
  { ports }: TestServer,
  password: string,
  email = `${newId()}@example.com`.toLowerCase(),
): Promise<string> {
  const account = newAccount(newId(), { email }, await hashPassword(password));
  await insertAccount(ports.database.db, account, ports.now());
  return email;
}
