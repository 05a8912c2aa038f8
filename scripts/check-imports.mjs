// Refuses import cycles (types counted) and arrows that point outward: server, admin, cli → fields → content.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Which packages of ours a package may import. */
const ARROWS = {
  content: [],
  fields: ['content'],
  server: ['content', 'fields'],
  admin: ['content', 'fields'],
  cli: [],
};

const files = Object.keys(ARROWS).flatMap((name) => sourceFiles(join(root, 'packages', name, 'src')));
const graph = new Map(files.map((file) => [file, importsOf(file)]));
const complaints = [...wrongArrows(graph), ...cycles(graph)];
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log(`imports: ${files.length} files, no cycle, all arrows point inward`);

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file) {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const specifiers = [
    ...text.matchAll(
      /(?:^|[;\n])\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|import\s+'([^']+)'/g,
    ),
  ];
  return specifiers.map((match) => resolveImport(file, match[1] ?? match[2] ?? match[3])).filter(Boolean);
}

function resolveImport(file, specifier) {
  if (specifier.startsWith('.')) return resolve(dirname(file), specifier);
  if (specifier.startsWith('#')) return join(root, 'packages', packageOf(file), 'src', specifier.slice(1));
  const ours = /^@recto\/([a-z]+)\/(.+)$/.exec(specifier);
  return ours ? join(root, 'packages', ours[1], 'src', `${ours[2]}.ts`) : undefined;
}

function packageOf(file) {
  return relative(join(root, 'packages'), file).split('/')[0];
}

function wrongArrows(edges) {
  const wrong = [];
  for (const [file, targets] of edges)
    for (const target of targets) {
      const [from, to] = [packageOf(file), packageOf(target)];
      if (from !== to && !ARROWS[from].includes(to))
        wrong.push(`arrow: ${short(file)} may not import ${short(target)}`);
    }
  return wrong;
}

/** Tarjan's strongly connected components: every component of more than one file is a cycle. */
function cycles(edges) {
  const state = { index: 0, order: new Map(), low: new Map(), stack: [], onStack: new Set(), found: [] };
  for (const file of edges.keys()) if (!state.order.has(file)) visit(file, edges, state);
  return state.found.map((component) => `cycle: ${component.map(short).join(' → ')}`);
}

function visit(file, edges, state) {
  state.order.set(file, state.index);
  state.low.set(file, state.index++);
  state.stack.push(file);
  state.onStack.add(file);
  for (const target of edges.get(file) ?? []) {
    if (!edges.has(target)) continue;
    if (!state.order.has(target)) {
      visit(target, edges, state);
      state.low.set(file, Math.min(state.low.get(file), state.low.get(target)));
    } else if (state.onStack.has(target)) {
      state.low.set(file, Math.min(state.low.get(file), state.order.get(target)));
    }
  }
  if (state.low.get(file) === state.order.get(file)) collect(file, state);
}

function collect(file, state) {
  const component = [];
  let member;
  do {
    member = state.stack.pop();
    state.onStack.delete(member);
    component.push(member);
  } while (member !== file);
  if (component.length > 1) state.found.push(component.reverse());
}

function short(file) {
  return relative(join(root, 'packages'), file);
}
