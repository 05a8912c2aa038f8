// What has to be there before the program, or its tests, can run. Each step is skipped when nothing changed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const BUILT = join(root, 'packages/server/dist/.built');
const SOURCES = ['packages', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'prepared']);

export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Recto needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs when the lockfile is newer than what npm last installed. */
export async function ensureInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && modified(installed) >= modified(join(root, 'package-lock.json'))) return;
  // Not `npm ci`: it refuses a lock that lacks another platform's optional binaries, which a lock made on one
  // platform may. `--no-save` leaves the lock as it is.
  const npm = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  await runStep('Installing packages (a minute or two, this time only)', 'npm', npm);
  touch(installed);
}

/** Builds when a source is newer than the last complete build. */
export async function ensureBuilt() {
  if (existsSync(BUILT) && modified(BUILT) >= newestSource()) return;
  await runStep('Building', 'npm', ['run', 'build', '--silent']);
  touch(BUILT);
}

function newestSource() {
  return Math.max(...SOURCES.map((path) => newest(join(root, path))));
}

/** Folders count too: a file that was removed leaves no other trace. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const entries = readdirSync(path).filter((name) => !NOT_SOURCES.has(name) && !name.startsWith('.'));
  // A package's own folder changes when a build makes its `dist`.
  const own = existsSync(join(path, 'package.json')) ? 0 : stats.mtimeMs;
  return Math.max(own, ...entries.map((name) => newest(join(path, name))));
}

function modified(path) {
  return statSync(path).mtimeMs;
}

function touch(path) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, existsSync(path) ? readFileSync(path) : '');
}

/** Runs a command with one line that says what goes on and for how long; its output appears when it fails. */
async function runStep(title, command, parameters) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const live = process.stdout.isTTY;
  if (!live) console.log(`${title} …`);
  const ticker = live && setInterval(() => process.stdout.write(`\r${title} … ${seconds()} `), 250);
  const { code, output } = await run(command, parameters);
  clearInterval(ticker);
  if (live) process.stdout.write('\r\x1b[K');
  console.log(`${title}: ${code === 0 ? 'done' : 'failed'} after ${seconds()}`);
  if (code === 0) return;
  console.error(output);
  process.exit(1);
}

function run(command, parameters) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        output += bytes;
      });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
