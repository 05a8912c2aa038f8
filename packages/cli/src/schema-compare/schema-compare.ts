import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildClient } from '@datocms/cma-client-node';
import { buildSchema } from 'graphql';
import { compareSchemas } from './compare-schemas.ts';
import { createModels } from './create-models.ts';
import { openProject } from './create-project.ts';
import { deriveProject } from './derive-project.ts';
import { fetchSchema } from './fetch-schema.ts';
import { reportDifferences } from './report-differences.ts';

const USAGE = `Usage: recto schema:compare FILE --url URL (--token TOKEN | --email EMAIL --password PASSWORD)

Makes the models behind a printed delivery schema in an empty project, and lists where the schema that comes
out differs from the printed one. With an account a project is made for it; with a token, give one of full
access to an empty project.`;

/** Status 0: the schemas are equal, except where the printed one is of another age. */
export async function schemaCompare(parameters: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: parameters,
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      email: { type: 'string' },
      password: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file || !values.url) {
    console.error(USAGE);
    return 1;
  }
  const wanted = buildSchema(await readFile(file, 'utf8'), { assumeValid: true });
  const derived = deriveProject(wanted);
  const tokens = await openProject(values.url, values);
  const client = buildClient({ apiToken: tokens.cma, baseUrl: `${values.url}/site-api` });
  await createModels(client, derived);
  const ours = await fetchSchema(`${values.url}/graphql`, tokens.cda, derived);
  return reportDifferences(compareSchemas(wanted, ours), derived);
}
