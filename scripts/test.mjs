// `npm test`: everything from a fresh clone to one line that says how it went.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { ensureBuilt, ensureInstalled, refuseOldNode, root } from './prepare.mjs';

refuseOldNode();
await ensureInstalled();
const chromium = findChromium();
await ensureBuilt(); // also the type check

const runs = [
  runTests('on the embedded database', [], {}),
  runTests('again on PostgreSQL', ['packages/server'], { RECTO_TEST_DATABASE: 'postgres' }),
];
const passed = sum(runs.map((run) => run.passed));
const failed = sum(runs.map((run) => run.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function runTests(title, filters, variables) {
  console.log(`\n— ${title}`);
  const folder = mkdtempSync(join(tmpdir(), 'recto-results-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const env = { ...process.env, CHROMIUM_PATH: chromium, ...variables };
  const { status } = spawnSync('npx', ['vitest', 'run', ...reporters, ...filters], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const counts = readCounts(file);
  rmSync(folder, { recursive: true });
  // A file that cannot be loaded, or an error outside of any test, fails the run without a failed test.
  return status === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 }; // the run itself broke; its status says so
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
