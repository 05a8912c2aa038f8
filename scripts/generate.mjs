// Makes what the repository ships ready-made. `npm run check` compares.
import { generatePreparedDatabase } from './generate-prepared-database.mjs';

await generatePreparedDatabase();
