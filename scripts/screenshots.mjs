// npm run docs: pictures of every screen for the documentation, taken from the running product.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient as buildProjectClient } from '@datocms/cma-client-node';
import { buildClient } from '@datocms/dashboard-client';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { fillDemoProject } from './demo-project.mjs';
import { findChromium } from './find-chromium.mjs';

const OWNER = { email: 'ada@example.com', password: 'a sentence is fine here' };
const IMAGES = new URL('../docs/images/', import.meta.url).pathname;
const MAXIMUM_BYTES = 150_000;

/** What is pictured: the file's name, the address below the project, and what is done before the picture. */
const SCREENS = [
  { name: 'content', path: 'editor' },
  {
    name: 'record',
    path: 'editor',
    async prepare(page) {
      await page.getByRole('link', { name: 'Article', exact: true }).click();
      await page.getByRole('link', { name: 'How a hedge grows old' }).click();
      await page.getByText('how-a-hedge-grows-old').waitFor();
    },
  },
  { name: 'media', path: 'media/assets' },
  { name: 'schema', path: 'schema', prepare: (page) => page.getByRole('link', { name: /^Article/ }).click() },
  {
    name: 'connect',
    path: 'configuration',
    prepare: (page) => page.getByText('allArticles').first().waitFor(),
  },
  {
    name: 'tokens',
    path: 'project_settings/access_tokens',
    prepare: (page) => page.getByText('Import script').waitFor(),
  },
  {
    name: 'token-new',
    path: 'project_settings/access_tokens?new',
    prepare: (page) => page.getByLabel('Name', { exact: true }).fill('Website'),
  },
  {
    name: 'environments',
    path: 'project_settings/environments',
    prepare: (page) => page.getByRole('row', { name: /spring-redesign.*Ready/ }).waitFor(),
  },
  {
    name: 'environment-destroy',
    path: 'project_settings/environments',
    async prepare(page) {
      await page.getByRole('button', { name: 'Actions for spring-redesign' }).click();
      await page.getByRole('menuitem', { name: 'Destroy' }).click();
      await page.getByText('It holds').waitFor();
    },
  },
  {
    name: 'collaborators',
    path: 'project_settings/users',
    prepare: (page) => page.getByText('grace@example.com').waitFor(),
  },
  {
    name: 'collaborator-role',
    path: 'project_settings/users',
    async prepare(page) {
      await page.getByRole('button', { name: 'Actions for Bob Hedges' }).click();
      await page.getByRole('menuitem', { name: 'Change role' }).click();
      await page.getByText('It counts from').waitFor();
    },
  },
  {
    name: 'collaborator-remove',
    path: 'project_settings/users',
    async prepare(page) {
      await page.getByRole('button', { name: 'Actions for Bob Hedges' }).click();
      await page.getByRole('menuitem', { name: 'Remove' }).click();
      await page.getByText('They lose their seat').waitFor();
    },
  },
  {
    name: 'environment-switch',
    path: 'environments/spring-redesign/schema',
    async prepare(page) {
      await page.getByRole('button', { name: /Switch environment/ }).click();
      await page.getByRole('menuitemradio', { name: 'main' }).waitFor();
    },
  },
  {
    name: 'roles',
    path: 'project_settings/roles',
    prepare: (page) => page.getByText('Manage people and roles').first().waitFor(),
  },
  {
    name: 'usage',
    path: 'project_settings/usages',
    // What was asked is seen once it is saved, seconds later.
    async prepare(page) {
      const first = page.getByRole('row', { name: /\d+ kB/ }).first();
      while (
        !(await first.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        ))
      ) {
        await page.reload();
        await page.getByRole('button', { name: /Measure/ }).click();
        await page.getByRole('option', { name: 'Traffic' }).click();
      }
      await page.getByRole('button', { name: /Report/ }).click();
      await page.getByRole('option', { name: 'Management: requests by endpoint' }).click();
    },
  },
  { name: 'later', path: 'project_settings/sso-users' },
  {
    name: 'explorer',
    path: 'cda-explorer',
    async prepare(page) {
      await page.getByRole('button', { name: 'Run' }).click();
      await page.getByText(/ ms · /).waitFor();
    },
  },
  {
    name: 'palette',
    path: 'schema',
    async prepare(page) {
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/Go to a project/).fill('a');
    },
  },
];

/** What stands outside of projects: the whole address, and whether one is signed in. */
const DOORS = [
  {
    name: 'invitation',
    path: 'accept-invitation?email=grace%40example.com&id=x&token=x',
    prepare: (page) => page.getByLabel('First name').fill('Grace'),
  },
  { name: 'forgot-password', path: 'reset-password' },
  { name: 'new-password', path: 'reset-password?account_id=x&token=x' },
  {
    name: 'sign-in-code',
    path: 'sign-in',
    async prepare(page) {
      await page.getByLabel('Email').fill(OWNER.email);
      await page.getByLabel('Password').fill(OWNER.password);
      // The answer of an account with a second factor: turning one on would ask for a code in every picture.
      await page.route('**/account-api/sessions', (route) =>
        route.fulfill({ status: 401, json: refused('INVALID_CREDENTIALS', 'otp_code_required') }),
      );
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('Code').waitFor();
    },
  },
  { name: 'account', path: 'account', isSignedIn: true },
  {
    name: 'second-factor',
    path: 'account',
    isSignedIn: true,
    async prepare(page) {
      await page.getByRole('button', { name: 'Turn on' }).click();
      await page.getByRole('img', { name: 'QR code' }).waitFor();
    },
  },
];

const NARROW_SCREENS = [
  ...['content', 'tokens', 'connect', 'collaborators', 'collaborator-remove'],
  ...['environments', 'environment-switch', 'usage', 'invitation'],
];

/** `npm run docs -- roles account` takes these only. */
const WANTED = process.argv.slice(2);

const dataDir = await mkdtemp(join(tmpdir(), 'recto-screenshots-'));
const server = await startServer(dataDir);
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-sync',
  ],
});
try {
  await mkdir(IMAGES, { recursive: true });
  for (const scheme of ['light', 'dark']) await picture(scheme, 'welcome', `${server.url}/welcome`);
  const project = await setUp(server.url);
  for (const scheme of ['light', 'dark']) {
    await picture(scheme, 'sign-in', `${server.url}/sign-in`);
    await picture(scheme, 'projects', server.url, {
      session: project.session,
      prepare: (page) => page.getByText('Almanac', { exact: true }).waitFor(),
    });
    await picture(scheme, 'project-new', `${server.url}/?new`, {
      session: project.session,
      prepare: (page) => page.getByLabel('Name', { exact: true }).fill('Winter issue'),
    });
    await picture(scheme, 'empty', `${server.url}/p/${project.emptyName}/editor`, {
      session: project.session,
    });
    for (const { name, path, prepare, isSignedIn } of DOORS)
      await picture(scheme, name, `${server.url}/${path}`, {
        session: isSignedIn ? project.session : undefined,
        prepare,
      });
    for (const { name, path, prepare } of SCREENS) {
      await picture(scheme, name, `${server.url}/p/${project.name}/${path}`, {
        session: project.session,
        prepare,
      });
    }
  }
  for (const screen of [...DOORS, ...SCREENS].filter(({ name }) => NARROW_SCREENS.includes(name))) {
    const isDoor = DOORS.includes(screen);
    const session = isDoor && !screen.isSignedIn ? undefined : project.session;
    const address = `${server.url}/${isDoor ? '' : `p/${project.name}/`}${screen.path}`;
    await picture('light', `${screen.name}-narrow`, address, {
      session,
      prepare: screen.prepare,
      width: 320,
    });
  }
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true });
}

async function startServer(folder) {
  const child = spawn(process.execPath, ['packages/server/dist/main.js'], {
    env: { ...process.env, PORT: '0', RECTO_DATA_DIR: folder, RECTO_RATE_LIMIT: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${said}`)));
    child.stdout.on('data', (part) => {
      said += part;
      const address = said.match(/running at (http:\S+)/)?.[1];
      if (address) resolve(address);
    });
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { url, stop };
}

/** The owner, one project with content and one without. */
async function setUp(url) {
  const baseUrl = `${url}/account-api`;
  await buildClient({ apiToken: null, baseUrl }).account.create({
    ...OWNER,
    first_name: 'Ada',
    last_name: 'Field',
  });
  const { data } = await buildClient({ apiToken: null, baseUrl }).session.rawCreate({
    data: { type: 'email_credentials', attributes: OWNER },
  });
  const dashboard = buildClient({ apiToken: data.id, baseUrl });
  const project = await dashboard.sites.create({ name: 'Field notes', internal_subdomain: 'field-notes' });
  const empty = await dashboard.sites.create({
    name: 'Winter issue',
    internal_subdomain: 'winter-issue',
    theme_hue: 175,
  });
  const organization = await dashboard.organizations.create({ name: 'Meadow Press' });
  const { apiToken: _, ...config } = dashboard.config;
  const ofOrganization = buildClient({ ...config, apiToken: data.id, organization: organization.id });
  await ofOrganization.sites.create({ name: 'Almanac', internal_subdomain: 'almanac' });
  const bureau = await dashboard.organizations.create({ name: 'Hedge Bureau' });
  const { apiToken: __, ...options } = dashboard.config;
  await buildClient({
    ...options,
    apiToken: data.id,
    organization: bureau.id,
  }).organizationMandateRequests.create({
    approver_organization: { type: 'organization', id: organization.id },
  });
  const access = { apiToken: project.access_token, baseUrl: `${url}/site-api` };
  await fillDemoProject(access);
  await askLikeAWebsite(url, project.readonly_token);
  await fillTeam(buildProjectClient(access), buildClient({ apiToken: null, baseUrl }));
  return { session: data.id, name: project.internal_subdomain, emptyName: empty.internal_subdomain };
}

async function askLikeAWebsite(url, token) {
  for (let page = 0; page < 60; page += 1) {
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, referer: 'https://field-notes.example/' },
      body: JSON.stringify({ query: '{ allArticles { title slug } }' }),
    });
  }
}

/** Somebody who has joined, somebody who is invited, and an environment beside the primary one. */
async function fillTeam(client, visitor) {
  const editor = (await client.roles.list()).find(({ name }) => name === 'Editor');
  const invite = (email) => client.siteInvitations.create({ email, role: { type: 'role', id: editor.id } });
  const { searchParams } = new URL((await invite('bob@example.com')).invitation_link);
  const [id, token] = [searchParams.get('id'), searchParams.get('token')];
  const attributes = {
    email: 'bob@example.com',
    password: OWNER.password,
    first_name: 'Bob',
    last_name: 'Hedges',
  };
  const { data } = await visitor.request({
    method: 'POST',
    url: '/account',
    queryParams: { invitation_id: id, invitation_token: token },
    body: { data: { type: 'account', attributes } },
  });
  const { apiToken: _, ...config } = visitor.config;
  await buildClient({ ...config, apiToken: data.id }).siteInvitation.redeem(id, { token });
  await invite('grace@example.com');
  await client.environments.fork('main', { id: 'spring-redesign' });
}

function refused(code, reason) {
  return { data: [{ type: 'api_error', id: 'x', attributes: { code, details: { reason } } }] };
}

async function picture(scheme, name, address, { session, prepare, width = 1280 } = {}) {
  if (WANTED.length > 0 && !WANTED.includes(name)) return;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 720 : 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) console.error(`${name}: ${response.status()} ${response.url()}`);
  });
  if (session)
    await page.addInitScript(
      (token) => localStorage.setItem('recto.session', JSON.stringify({ token })),
      session,
    );
  await page.goto(address);
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await prepare?.(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const file = join(IMAGES, `${name}${scheme === 'dark' ? '-dark' : ''}.png`);
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(file);
  const { size } = await stat(file);
  if (size > MAXIMUM_BYTES) throw new Error(`${file} has ${size} bytes.`);
  console.log(`${file.slice(IMAGES.length)} ${Math.round(size / 1024)} kB`);
  await context.close();
}
