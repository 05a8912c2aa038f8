import { type ApiError, buildClient } from '@datocms/dashboard-client';
import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAccount } from '#account-api/account/testing.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';

const password = 'correct horse battery';

let server: TestServer;
/** Moves on by hand, so that codes and links grow old without anybody waiting. */
let now = new Date('2026-03-02T10:00:00Z');
let email: string;
let session: string;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.close());
beforeEach(async () => {
  email = await buildAccount(server, password);
  session = await signIn({ email, password });
  server.mails.length = 0;
});

function dashboard(apiToken: string | null) {
  return buildClient({ apiToken, baseUrl: server.accountUrl, autoRetry: false });
}

async function signIn(attributes: { email: string; password: string; otp_code?: string }): Promise<string> {
  const { data } = await dashboard(null).session.rawCreate({
    data: { type: 'email_credentials', attributes },
  });
  return data.id;
}

function pass(minutes: number): void {
  now = new Date(now.getTime() + minutes * 60_000);
}

async function reasonsOf(answer: Promise<unknown>) {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const errors = (error as ApiError | undefined)?.errors;
  if (!errors) throw new Error('It was not refused.');
  return errors.map(({ attributes: { code, details } }) => [code, details.field ?? details.reason]);
}

/** The link in the newest mail to an address. */
async function linkTo(address: string) {
  const find = () => server.mails.findLast(({ to, text }) => to === address && text.includes('http'));
  await expect.poll(find).toBeDefined();
  const { searchParams } = new URL(/http\S+/.exec(find()?.text ?? '')?.[0] ?? '');
  return { token: searchParams.get('token') ?? '', account_id: searchParams.get('account_id') ?? '' };
}

/** Switches the second factor on; the answers are the app of the person and the backup codes. */
async function activate() {
  const client = dashboard(session);
  const { data } = await client.account.rawReset_2Fa();
  const app = URI.parse(data.attributes.provisioning_2fa_uri) as TOTP;
  const code = () => app.generate({ timestamp: now.getTime() });
  const { included } = await client.account.rawActivate_2Fa({
    data: { type: 'account', attributes: { otp_code: code(), password } },
  });
  pass(1);
  const backup = included.flatMap((each) => (each.type === 'otp_backup_codes' ? each.attributes.codes : []));
  return { code, backup };
}

describe('what protects an account', () => {
  it('is given back by a new password to whoever did not ask for another address', async () => {
    const other = `thief-${email}`;
    const client = dashboard(session);
    const ask = (attributes: object) => client.account.update({ id: '', ...attributes } as never);
    await ask({ email: other, current_password: password });
    const link = await linkTo(other);
    await ask({ password: 'a better sentence', current_password: password });
    const confirm = dashboard(null).request({
      method: 'POST',
      url: '/account/confirm-email-change',
      body: { data: { type: 'account', attributes: link } },
    });
    expect(await reasonsOf(confirm)).toEqual([['INVALID_CREDENTIALS', 'invalid_link']]);
  });

  it.each(['a password', 'the second factor'])('is not guessed with a stolen session: %s', async (what) => {
    const client = dashboard(session);
    const wrong = { otp_code: '000000', password: 'wrong' };
    const guess = () =>
      what === 'a password'
        ? client.account.update({ id: '', password: 'mine now, sorry', current_password: 'wrong' } as never)
        : client.account.rawActivate_2Fa({ data: { type: 'account', attributes: wrong } });
    const codes = [];
    for (let tries = 0; tries < 11; tries += 1) codes.push((await reasonsOf(guess()))[0]?.[0]);
    expect(codes[0]).toBe('INVALID_FIELD');
    expect(codes.at(-1)).toBe('INVALID_CREDENTIALS');
  });
});

describe('another address', () => {
  const change = (attributes: object) =>
    dashboard(session).account.update({ id: '', ...attributes } as never);

  it('counts once it is confirmed, and the old one is warned', async () => {
    await change({ email: `new-${email}`, current_password: password });
    expect(await dashboard(session).account.find()).toMatchObject({ email, pending_email: `new-${email}` });
    await expect.poll(() => server.mails.map(({ to }) => to).sort()).toEqual([email, `new-${email}`].sort());
    const link = await linkTo(`new-${email}`);
    await dashboard(null).account.confirmEmailChange(link);
    expect(await dashboard(session).account.find()).toMatchObject({
      email: `new-${email}`,
      pending_email: null,
    });
    await signIn({ email: `new-${email}`, password });
    const again = dashboard(null).account.confirmEmailChange(link);
    expect(await reasonsOf(again)).toEqual([['INVALID_CREDENTIALS', 'invalid_link']]);
  });

  it('asks for the present password', async () => {
    const answer = change({ email: `new-${email}`, current_password: 'wrong' });
    expect(await reasonsOf(answer)).toEqual([['INVALID_FIELD', 'current_password']]);
  });

  it('is refused when somebody has it, also when they came first by a moment', async () => {
    const other = await buildAccount(server, password);
    expect(await reasonsOf(change({ email: other, current_password: password }))).toEqual([
      ['INVALID_FIELD', 'email'],
    ]);
    await change({ email: 'late@example.com', current_password: password });
    const link = await linkTo('late@example.com');
    await buildAccount(server, password, 'late@example.com');
    expect(await reasonsOf(dashboard(null).account.confirmEmailChange(link))).toEqual([
      ['INVALID_FIELD', 'email'],
    ]);
  });

  it('is forgotten after a day, or when the present one is set again', async () => {
    await change({ email: `a-${email}`, current_password: password });
    const first = await linkTo(`a-${email}`);
    await change({ email });
    expect(await dashboard(session).account.find()).toMatchObject({ pending_email: null });
    await change({ email: `b-${email}`, current_password: password });
    const second = await linkTo(`b-${email}`);
    pass(24 * 60 + 1);
    for (const link of [first, second]) {
      expect(await reasonsOf(dashboard(null).account.confirmEmailChange(link))).toHaveLength(1);
    }
  });
});

describe('a forgotten password', () => {
  const forget = (address: string) => dashboard(null).account.resetPassword({ email: address });
  const set = (attributes: object) =>
    dashboard(null).session.rawCreate({ data: { type: 'password_reset', attributes } as never });
  const next = 'another horse battery';

  it('is set anew by a link, which ends all sessions and is good once', async () => {
    await forget(email.toUpperCase());
    const link = await linkTo(email);
    await set({ ...link, password: next });
    expect(await reasonsOf(dashboard(session).account.find())).toEqual([
      ['INVALID_AUTHORIZATION_HEADER', undefined],
    ]);
    await signIn({ email, password: next });
    expect(await reasonsOf(set({ ...link, password }))).toEqual([['INVALID_CREDENTIALS', 'invalid_link']]);
  });

  it('is asked for in the same way whether there is such an account or not', async () => {
    await forget('nobody@example.com');
    await forget(email);
    await forget(email);
    await linkTo(email);
    expect(server.mails.map(({ to }) => to)).toEqual([email]);
  });

  it('stays when the link is two hours old, or the new one is too short', async () => {
    await forget(email);
    const link = await linkTo(email);
    expect(await reasonsOf(set({ ...link, password: 'short' }))).toEqual([['INVALID_FIELD', 'password']]);
    pass(121);
    expect(await reasonsOf(set({ ...link, password: next }))).toEqual([
      ['INVALID_CREDENTIALS', 'invalid_link'],
    ]);
  });

  it('does not open an account with a second factor to whoever reads its mail', async () => {
    const { code } = await activate();
    await forget(email);
    const link = await linkTo(email);
    expect(await reasonsOf(set({ ...link, password: next }))).toEqual([
      ['INVALID_CREDENTIALS', 'otp_code_required'],
    ]);
    await set({ ...link, password: next, otp_code: code() });
  });
});

describe('a second factor', () => {
  it('is asked for at sign-in, each code once', async () => {
    const { code } = await activate();
    expect(await dashboard(session).account.find()).toMatchObject({ is_2fa_active: true });
    expect(await reasonsOf(signIn({ email, password }))).toEqual([
      ['INVALID_CREDENTIALS', 'otp_code_required'],
    ]);
    const otp_code = code();
    await signIn({ email, password, otp_code });
    expect(await reasonsOf(signIn({ email, password, otp_code }))).toEqual([
      ['INVALID_CREDENTIALS', 'otp_code_invalid'],
    ]);
    pass(1);
    await signIn({ email, password, otp_code: code() });
  });

  it('comes with ten backup codes, each good once, however it is typed', async () => {
    const { backup } = await activate();
    expect(new Set(backup).size).toBe(10);
    const [first = ''] = backup;
    await signIn({ email, password, otp_code: ` ${first.toUpperCase()} ` });
    expect(await reasonsOf(signIn({ email, password, otp_code: first }))).toEqual([
      ['INVALID_CREDENTIALS', 'otp_code_invalid'],
    ]);
  });

  it('is not guessed: after ten wrong codes even the right one is refused', async () => {
    const { code } = await activate();
    const wrong = code() === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 10; attempt++) {
      await signIn({ email, password, otp_code: wrong }).catch(() => {});
    }
    expect(await reasonsOf(signIn({ email, password, otp_code: code() }))).toEqual([
      ['INVALID_CREDENTIALS', 'too_many_attempts'],
    ]);
  });

  it('asks for password and code before it goes, and a stolen session cannot replace it', async () => {
    const { code } = await activate();
    const client = dashboard(session);
    expect(await reasonsOf(client.account.rawReset_2Fa())).toEqual([
      ['INVALID_REQUEST', 'second_factor_active'],
    ]);
    const off = (attributes: { otp_code: string; password: string }) =>
      client.account.rawDeactivate_2Fa({ data: { type: 'account', attributes } });
    expect(await reasonsOf(off({ otp_code: 'x', password: 'x' }))).toEqual([
      ['INVALID_FIELD', 'password'],
      ['INVALID_FIELD', 'otp_code'],
    ]);
    await off({ otp_code: code(), password });
    await signIn({ email, password });
  });

  it('is part of changing the password', async () => {
    const { code } = await activate();
    const change = (attributes: object) =>
      dashboard(session).account.update({
        id: '',
        password: 'another horse battery',
        current_password: password,
        ...attributes,
      } as never);
    expect(await reasonsOf(change({}))).toEqual([['INVALID_FIELD', 'otp_code']]);
    await change({ otp_code: code() });
  });

  it('ends the other sessions when it is switched on', async () => {
    const other = await signIn({ email, password });
    await activate();
    expect(await reasonsOf(dashboard(other).account.find())).toHaveLength(1);
    expect(await dashboard(session).account.find()).toMatchObject({ email });
  });
});
