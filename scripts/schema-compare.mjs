// `npm run schema:compare FILE`: starts a server of its own on an empty data folder and compares there.
// With `--url`, the server that is named is used instead.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, refuseOldNode, root } from './prepare.mjs';

refuseOldNode();
await ensureInstalled();
await ensureBuilt();
const parameters = process.argv.slice(2);
process.exitCode = parameters.includes('--url') ? await compare(parameters) : await compareOnOwnServer();

async function compareOnOwnServer() {
  const folder = mkdtempSync(join(tmpdir(), 'recto-schema-'));
  const [email, password] = ['owner@example.com', randomBytes(18).toString('base64url')];
  const env = {
    ...process.env,
    PORT: '0',
    RECTO_DATA_DIR: folder,
    RECTO_OWNER_EMAIL: email,
    RECTO_OWNER_PASSWORD: password,
    RECTO_RATE_LIMIT: 'off',
  };
  const server = spawn(process.execPath, [join(root, 'packages/server/dist/main.js')], { env });
  try {
    const url = await addressOf(server);
    return await compare([...parameters, '--url', url, '--email', email, '--password', password]);
  } finally {
    const closed = new Promise((resolve) => server.once('close', resolve));
    if (server.exitCode === null && server.kill()) await closed;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server prints where it listens; what it printed before it gave up says why. */
function addressOf(server) {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (bytes) => {
      output += bytes;
      const [, url] = /running at (\S+)/.exec(output) ?? [];
      if (url) resolve(url);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('close', () => reject(new Error(`The server did not start:\n${output}`)));
  });
}

function compare(given) {
  const command = [join(root, 'packages/cli/dist/main.js'), 'schema:compare', ...given];
  const child = spawn(process.execPath, command, { stdio: 'inherit' });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
