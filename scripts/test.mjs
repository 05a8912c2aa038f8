// `npm test`: everything from a fresh clone to one line that says how it went.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { ensureBuilt, ensureInstalled, refuseOldNode, root } from './prepare.mjs';

refuseOldNode();
await ensureInstalled();
const chromium = findChromium();
await ensureBuilt(); // also the type check

/** More than these are no accident. */
const MOST_FILES_REPEATED = 3;

/** The run itself broke, and said why in what it printed. */
const BROKEN = {
  passed: 0,
  failed: 1,
  failures: [{ file: '', test: '(the run itself)', message: 'See above.' }],
  isBroken: true,
};

const runs = [
  runTwiceIfNeeded('on the embedded database', [], {}),
  runTwiceIfNeeded('again on PostgreSQL', ['packages/server'], { RECTO_TEST_DATABASE: 'postgres' }),
];
for (const { title, failures } of runs) printFailures(title, failures);
const passed = sum(runs.map((run) => run.passed));
const failed = sum(runs.map((run) => run.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** What fails beside everything else is run once more with the machine to itself. A fault fails again and fails the
 *  run; a test that only lost a race for the processor is named, to be mended, and does not. An error outside of any
 *  test, or results that are not there, are never given a second chance. */
function runTwiceIfNeeded(title, filters, variables) {
  const first = runTests(title, filters, variables);
  const files = [...new Set(first.failures.map(({ file }) => file))];
  const mayRepeat = !first.isBroken && files.length > 0 && files.length <= MOST_FILES_REPEATED;
  if (!mayRepeat) return { title, ...first };
  const second = runTests(`${title}: once more, alone: ${files.join(', ')}`, files, variables);
  if (second.failed > 0 || second.passed === 0) return { title, ...first };
  printFailures(`${title}, the first time (passed when run alone)`, first.failures);
  return { title, passed: first.passed + first.failures.length, failed: 0, failures: [] };
}

function runTests(title, filters, variables) {
  console.log(`\n— ${title}`);
  const folder = mkdtempSync(join(tmpdir(), 'recto-results-'));
  const [file, strays] = [join(folder, 'results.json'), join(folder, 'stray-errors.json')];
  const reporters = ['default', 'json', './scripts/stray-errors-reporter.mjs'].map(
    (name) => `--reporter=${name}`,
  );
  const env = { ...process.env, CHROMIUM_PATH: chromium, RECTO_STRAY_ERRORS: strays, ...variables };
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', ...reporters, `--outputFile.json=${file}`, ...filters],
    {
      cwd: root,
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  const results = readResults(file, strays);
  rmSync(folder, { recursive: true });
  return status === 0 || results.failed > 0 ? results : BROKEN;
}

/** Not from the exit code alone: what stops PostgreSQL at the end of a run may end it with 0. */
function readResults(file, strays) {
  try {
    const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const errors = JSON.parse(readFileSync(strays, 'utf8'));
    const outside = errors.map((message) => ({ file: '', test: '(outside of any test)', message }));
    const failures = [...testResults.flatMap(readFailures), ...outside];
    const failed = Math.max(numFailedTests, failures.length);
    return { passed, failed, failures, isBroken: errors.length > 0 };
  } catch {
    return BROKEN;
  }
}

function readFailures({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failures = assertionResults
    .filter((result) => result.status === 'failed')
    .map((result) => ({ file, test: result.fullName, message: result.failureMessages.join('\n') }));
  const isUnloaded = status === 'failed' && failures.length === 0;
  return isUnloaded ? [{ file, test: '(the file itself)', message }] : failures;
}

/** At the end, because what came before may be thousands of lines. */
function printFailures(title, failures) {
  for (const { file, test, message } of failures)
    console.log(`\n✗ ${title}\n  ${file}\n  ${test}\n${message.slice(0, 2_000)}`);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
