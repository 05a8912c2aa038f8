// `npm run check` is exactly what CI runs besides the tests: format and lint, types, imports, unused exports,
// generated files.
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['format and lint', 'npx', ['biome', 'ci', '--error-on-warnings', '.']],
  ['types', 'npx', ['tsc', '-b', 'packages/server', 'packages/cli', 'packages/admin']],
  ['types of the tests', 'npx', ['tsc', '-p', 'tsconfig.test.json']],
  ['import cycles and arrows', 'node', ['scripts/check-imports.mjs']],
  ['unused exports and dependencies', 'npx', ['knip']],
  ['generated files', 'node', ['scripts/generate.mjs', '--check']],
];

for (const [title, command, parameters] of STEPS) {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\ncheck failed at: ${title}`);
    process.exit(1);
  }
}
console.log('\ncheck passed');
