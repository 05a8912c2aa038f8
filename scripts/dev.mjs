// `npm run dev`: the server from its sources, rebuilt and restarted when one changes, and the admin with hot
// reloading on a port of its own.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, refuseOldNode, root } from './prepare.mjs';

refuseOldNode();
await ensureInstalled();
await ensureBuilt();

const children = [
  start('npx', ['tsc', '-b', 'packages/server', '--watch', '--preserveWatchOutput']),
  start(process.execPath, ['--enable-source-maps', '--watch', 'packages/server/dist/main.js']),
  start('npm', ['run', 'dev', '-w', '@recto/admin']),
];

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
// One without the others is of no use.
for (const child of children)
  child.on('exit', () => {
    for (const other of children) other.kill();
  });

function start(command, parameters) {
  return spawn(command, parameters, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}
