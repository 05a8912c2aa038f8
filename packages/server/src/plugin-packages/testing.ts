import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { newId } from '@recto/content/id';
import { Header } from 'tar';
import type { Ports } from '#http/ports.ts';
import { type InstalledPackage, insertPackage, storePathOf } from './table.ts';

export interface TestRegistry {
  url: string;
  /** Somebody who may read what is not for everybody. */
  token: string;
  publish(packed: PackedPlugin): Promise<void>;
  close(): Promise<void>;
}

export interface PackedPlugin {
  packageJson: Record<string, unknown> & { name: string; version: string };
  tarball: Buffer;
  /** Whose digest the registry is told; nothing given: that of the tarball. */
  integrityOf?: Buffer;
}

/** A registry of its own on a free port. Packages of the scope `@closed` are for those who are known. */
export async function startTestRegistry(): Promise<TestRegistry> {
  // Loaded by those who need it: it is large.
  const { runServer } = await import('verdaccio');
  const folder = await mkdtemp(join(tmpdir(), 'recto-test-registry-'));
  const app: { listen(port: number, host: string, done: () => void): Server } = await runServer({
    storage: join(folder, 'storage'),
    self_path: folder,
    configPath: folder,
    uplinks: {},
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    packages: {
      '@closed/*': { access: '$authenticated', publish: '$all' },
      '**': { access: '$all', publish: '$all' },
    },
    logs: { type: 'stdout', format: 'json', level: 'fatal' },
    web: { enable: false },
  } as never); // its types know one of the forms of a configuration only
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    token: await signUp(url),
    publish: (packed) => publish(url, packed),
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

async function signUp(url: string): Promise<string> {
  const answer = await put(`${url}-/user/org.couchdb.user:reader`, { name: 'reader', password: 'reader-1' });
  return (JSON.parse(answer) as { token: string }).token;
}

/** What `npm publish` sends. */
async function publish(
  url: string,
  { packageJson, tarball, integrityOf = tarball }: PackedPlugin,
): Promise<void> {
  const { name, version } = packageJson;
  const file = `${name}-${version}.tgz`;
  const integrity = `sha512-${createHash('sha512').update(integrityOf).digest('base64')}`;
  const shasum = createHash('sha1').update(tarball).digest('hex');
  const dist = { integrity, shasum, tarball: `${url}${name}/-/${file}` };
  await put(`${url}${name.replace('/', '%2f')}`, {
    _id: name,
    name,
    'dist-tags': version.includes('-') ? { canary: version } : { latest: version },
    versions: { [version]: { ...packageJson, _id: `${name}@${version}`, dist } },
    _attachments: {
      [file]: {
        content_type: 'application/octet-stream',
        data: tarball.toString('base64'),
        length: tarball.length,
      },
    },
  });
}

async function put(url: string, body: unknown): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

interface Sketch {
  name?: string;
  version?: string;
  /** Of the manifest in `package.json`. */
  plugin?: Record<string, unknown>;
  packageJson?: Record<string, unknown>;
  files?: Record<string, string>;
  /** What else stands in the tarball. */
  entries?: TarEntry[];
}

export interface TarEntry {
  path: string;
  content?: string | Buffer;
  type?: 'File' | 'SymbolicLink' | 'Link' | 'Directory';
  linkpath?: string;
}

let count = 0;

/** A package with a page and a script, as one of the marketplace would be. */
export function packPlugin(sketch: Sketch = {}): PackedPlugin {
  count += 1;
  const packageJson = {
    name: sketch.name ?? `datocms-plugin-test-${count}`,
    version: sketch.version ?? '1.0.0',
    description: 'Stars instead of numbers',
    keywords: ['datocms-plugin'],
    datoCmsPlugin: { title: 'Stars', entryPoint: 'dist/index.html', permissions: [], ...sketch.plugin },
    ...sketch.packageJson,
  };
  const files = {
    'package.json': JSON.stringify(packageJson),
    'dist/index.html': '<script type="module" src="./main.js"></script>',
    'dist/main.js': 'console.log(1)',
    ...sketch.files,
  };
  const entries = Object.entries(files).map(([path, content]) => ({ path: `package/${path}`, content }));
  return { packageJson, tarball: packTarball([...entries, ...(sketch.entries ?? [])]) };
}

/** Written by hand: a tarball of an attacker is not made by a tool that refuses to. */
export function packTarball(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ path, content = '', type = 'File', linkpath }) => {
    const body = Buffer.from(content);
    const header = new Header({
      path,
      size: body.length,
      type,
      mode: 0o644,
      mtime: new Date(0),
      ...(linkpath ? { linkpath } : {}),
    });
    header.encode();
    const padding = Buffer.alloc((512 - (body.length % 512)) % 512);
    return [header.block ?? Buffer.alloc(0), body, padding];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A package as if it had been installed. Answers its `<name>@<version>`. */
export async function buildPackage(
  { database, files }: Pick<Ports, 'database' | 'files'>,
  contents: Record<string, string>,
  name?: string,
): Promise<string> {
  count += 1;
  const installed: InstalledPackage = {
    name: name ?? `datocms-plugin-test-${count}`,
    version: '1.0.0',
    integrity: 'sha512-',
    folder: `plugin-${newId()}`,
    manifest: {
      name: 'Stars',
      description: null,
      entryPoint: { kind: 'file', path: 'index.html' },
      permissions: [],
      legacy: null,
    },
    files: Object.entries(contents).map(([path, text]) => ({ path, size: Buffer.byteLength(text) })),
  };
  for (const [index, text] of Object.values(contents).entries()) {
    await files.write(storePathOf(installed, index), Readable.from([Buffer.from(text)]), 1_000);
  }
  await insertPackage(database.db, installed, new Date());
  return `${installed.name}@${installed.version}`;
}
