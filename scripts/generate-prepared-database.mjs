import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import PgBoss from 'pg-boss';

const target = new URL('../packages/server/prepared/database.br', import.meta.url);

/** An empty embedded database for the locked version, so that a first start need not run `initdb`. */
export async function generatePreparedDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'recto-prepared-'));
  await createDatabase(folder);
  const { entries, contents } = await readFolder(folder);
  const header = JSON.stringify({ ...findVersions(), entries });
  const packed = Buffer.concat([Buffer.from(`${header}\n`), ...contents]);
  await writeFile(target, await compress(packed));
  await rm(folder, { recursive: true });
}

/** What is wrong with the shipped one; nothing when it fits. */
export async function checkPreparedDatabase() {
  const content = await promisify(brotliDecompress)(await readFile(target));
  const shipped = JSON.parse(content.toString('utf8', 0, content.indexOf('\n')));
  return Object.entries(findVersions())
    .filter(([name, version]) => shipped[name] !== version)
    .map(
      ([name, version]) =>
        `prepared/database.br has ${name} ${shipped[name]}, not ${version}: npm run generate`,
    );
}

function findVersions() {
  const require = createRequire(import.meta.url);
  return {
    pgliteVersion: require(require.resolve('@electric-sql/pglite').replace(/dist.*$/, 'package.json'))
      .version,
    pgBossVersion: require('pg-boss/package.json').version,
  };
}

/** Small: short WAL files, and no template databases, because nobody creates a second database here. */
async function createDatabase(folder) {
  const database = await PGlite.create(folder, { initDbStartParams: ['--wal-segsize=1'] });
  for (const name of ['template0', 'template1']) {
    await database.exec(`alter database ${name} is_template false`);
    await database.exec(`drop database ${name}`);
  }
  await createJobTables(database);
  await database.exec('vacuum full');
  await database.exec('checkpoint');
  await database.close();
}

/** The slowest part of a first start. A later pg-boss brings what it finds up to date. */
async function createJobTables(database) {
  const executeSql = async (text, values) =>
    values ? database.query(text, values) : (await database.exec(text)).at(-1);
  const boss = new PgBoss({ db: { executeSql }, schema: 'jobs', schedule: false, supervise: false });
  await boss.start();
  await boss.createQueue('work');
  await boss.stop();
}

async function readFolder(folder) {
  const entries = [];
  const contents = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    if (entry.isFile()) {
      const content = await readFile(path);
      entries.push([name, content.length]);
      contents.push(content);
    } else if ((await readdir(path)).length === 0) entries.push([`${name}/`, 0]);
  }
  return { entries, contents };
}

function compress(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return promisify(brotliCompress)(content, { params });
}
