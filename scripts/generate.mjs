// Makes what the repository ships ready-made; with `--check`, complains when it does not fit any more.
import { generateErrorsPage } from './generate-errors-page.mjs';
import { checkPreparedDatabase, generatePreparedDatabase } from './generate-prepared-database.mjs';

if (process.argv.includes('--check')) {
  const complaints = await checkPreparedDatabase();
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exit(1);
  console.log('generated files: up to date');
} else {
  await generateErrorsPage();
  await generatePreparedDatabase();
}
