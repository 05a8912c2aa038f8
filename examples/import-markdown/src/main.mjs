import { parseArgs } from 'node:util';
import { ApiError, buildClient } from '@datocms/cma-client-node';
import { importFolder } from './import-folder.mjs';

const USAGE = `Usage: npm start -w @recto/example-import-markdown -- FOLDER --token TOKEN [--url http://localhost:4400] [--base /docs]

  FOLDER   a folder of Markdown files
  --token  an API token of the project that may write (Configuration → API tokens), or RECTO_TOKEN
  --url    where Recto listens, or RECTO_URL
  --base   an address under which the same files are published; links that begin with it become links between
           records (may be given several times)`;

const NO_ACCESS = ['INVALID_AUTHORIZATION_HEADER', 'INSUFFICIENT_PERMISSIONS'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    token: { type: 'string', default: process.env.RECTO_TOKEN },
    url: { type: 'string', default: process.env.RECTO_URL ?? 'http://localhost:4400' },
    base: { type: 'string', multiple: true, default: [] },
  },
});
if (positionals.length !== 1 || !values.token) {
  console.error(USAGE);
  process.exit(2);
}

const started = Date.now();
const client = buildClient({ apiToken: values.token, baseUrl: `${values.url}/site-api` });
const result = await importFolder({ client, folder: positionals[0], bases: values.base }).catch(explain);
const seconds = ((Date.now() - started) / 1000).toFixed(1);

console.log(
  `\n${result.pages} pages: ${result.created} created, ${result.changed} written, ${result.published} published, in ${seconds} s`,
);
for (const { entry, message } of result.failures) console.error(`failed: ${entry}: ${message}`);
console.log(`\nQueries to try at ${values.url}/graphql:

  { _allPagesMeta { count } allPages(first: 5, orderBy: title_ASC) { title path section { name } } }

  { page(filter: { path: { eq: "${result.samplePath ?? 'index'}" } }) {
      title
      content { value blocks { ... on TableBlockRecord { id html } } links { id title path } } } }
`);
if (result.failures.length > 0) process.exit(1);

/** What a newcomer meets first; all else is told as it is. */
function explain(error) {
  const isRefused = error instanceof ApiError && error.findError(NO_ACCESS) !== undefined;
  if (!isRefused && error.cause?.code !== 'ECONNREFUSED') throw error;
  console.error(
    isRefused
      ? 'The token may not write. It needs a role that may, and the Content Management API switched on.'
      : `Nobody answers at ${values.url}. Is Recto running there?`,
  );
  process.exit(1);
}
