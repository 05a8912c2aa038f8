import { readdir, readFile, writeFile } from 'node:fs/promises';

const folder = new URL('../docs/resources/', import.meta.url);

/** From the built server, because the endpoints are TypeScript. A test of the server holds index and endpoints
 *  against each other. */
export async function generateResourceIndex() {
  const { resourceIndexMarkdown } = await import('../packages/server/dist/reference/resource-index.js');
  const pages = (await readdir(folder)).filter((name) => name !== 'README.md');
  const headings = await Promise.all(pages.map(async (name) => [name, await readHeading(name)]));
  await writeFile(new URL('README.md', folder), resourceIndexMarkdown(new Map(headings)));
}

async function readHeading(name) {
  return (await readFile(new URL(name, folder), 'utf8')).split('\n')[0];
}
