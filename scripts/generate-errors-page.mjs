import { writeFile } from 'node:fs/promises';

/** From the built server, because the catalogue is TypeScript. A test of the server holds page and catalogue
 *  against each other. */
export async function generateErrorsPage() {
  const { errorReferenceMarkdown } = await import('../packages/server/dist/errors/error-reference.js');
  await writeFile(new URL('../docs/errors.md', import.meta.url), errorReferenceMarkdown());
}
