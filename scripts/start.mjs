// `npm start`: installs, builds and serves. The second time, it only serves.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, refuseOldNode, root } from './prepare.mjs';

refuseOldNode();
await ensureInstalled();
await ensureBuilt();
await import(pathToFileURL(join(root, 'packages/server/dist/main.js')));
