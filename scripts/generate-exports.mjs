// Writes the `exports` map of `content` and `fields`: the modules that somebody outside of the package imports, one
// by one.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PACKAGES = ['content', 'fields'];
const sources = ['packages', 'examples', 'scripts', 'bench'].flatMap((folder) => filesIn(join(root, folder)));

/** Answers what is out of date. */
export function checkExports() {
  return PACKAGES.filter((name) => readManifest(name).isStale).map(
    (name) => `packages/${name}/package.json: exports are out of date; run npm run generate`,
  );
}

export function generateExports() {
  for (const name of PACKAGES) {
    const { path, manifest, exported } = readManifest(name);
    writeFileSync(path, `${JSON.stringify({ ...manifest, exports: exported }, null, 2)}\n`);
  }
}

function readManifest(name) {
  const path = join(root, 'packages', name, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const exported = Object.fromEntries(
    publicModules(name).map((module) => [`./${module}`, conditions(module)]),
  );
  const isStale = JSON.stringify(manifest.exports) !== JSON.stringify(exported);
  return { path, manifest, exported, isStale };
}

function publicModules(name) {
  const pattern = new RegExp(`@recto/${name}/([\\w/-]+)'`, 'g');
  const own = join(root, 'packages', name, '/');
  const modules = sources
    .filter((file) => !file.startsWith(own))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1]));
  return [...new Set(modules)].filter((module) => existsSync(join(own, 'src', `${module}.ts`))).sort();
}

/** What only tests use is not built. */
function conditions(module) {
  const source = `./src/${module}.ts`;
  if (/(^|\/)testing(\/|$)/.test(module)) return { source };
  return { source, types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` };
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|tsx|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}
