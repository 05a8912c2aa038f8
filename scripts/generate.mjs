// Makes what the repository ships ready-made; with `--check`, complains when it does not fit any more.

import { generateErrorsPage } from './generate-errors-page.mjs';
import { checkExports, generateExports } from './generate-exports.mjs';
import { checkPreparedDatabase, generatePreparedDatabase } from './generate-prepared-database.mjs';
import { generateResourceIndex } from './generate-resource-index.mjs';

if (process.argv.includes('--check')) {
  const complaints = [...checkExports(), ...(await checkPreparedDatabase())];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exit(1);
  console.log('generated files: up to date');
} else {
  generateExports();
  await generateErrorsPage();
  await generateResourceIndex();
  await generatePreparedDatabase();
}
