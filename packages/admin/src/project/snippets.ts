import type { Field, Model } from './use-models.ts';

/** What a snippet needs to run as it is: the addresses of this server and a token of this project. */
export interface SnippetPlace {
  siteApi: string;
  graphql: string;
  token: string;
  environment: string | undefined;
}

/** Reads through the Content Delivery API, in the three usual ways. */
export function readSnippets(place: SnippetPlace, query: string) {
  return [
    { id: 'cda-client', title: 'cda-client', code: readByClient(place, query) },
    { id: 'fetch', title: 'fetch', code: readByFetch(place, query) },
    { id: 'curl', title: 'curl', code: readByCurl(place, query) },
  ];
}

/** Lists records through the Content Management API. */
export function manageSnippets(place: SnippetPlace) {
  return [
    {
      id: 'cma-client',
      title: 'cma-client',
      code: `// npm install @datocms/cma-client-node
${cmaClient(place)}

for await (const record of client.items.listPagedIterator()) {
  console.log(record.id, record.meta.status);
}
`,
    },
    {
      id: 'curl',
      title: 'curl',
      code: `curl ${place.siteApi}/items \\
  -H 'Authorization: Bearer ${place.token}' \\
  -H 'Accept: application/json' \\
  -H 'X-Api-Version: 3'${environmentFlag(place)}
`,
    },
  ];
}

export function createModelSnippet(place: SnippetPlace): string {
  return `${cmaClient(place)}

const article = await client.itemTypes.create({
  name: 'Article',
  api_key: 'article',
  draft_mode_active: true,
});
await client.fields.create(article, {
  label: 'Title',
  api_key: 'title',
  field_type: 'string',
  validators: { required: {} },
});
await client.fields.create(article, {
  label: 'Published on',
  api_key: 'published_on',
  field_type: 'date',
});
`;
}

export function addFieldSnippet(place: SnippetPlace, model: Model): string {
  return `${cmaClient(place)}

await client.fields.create('${model.id}', {
  label: 'Subtitle',
  api_key: 'subtitle',
  field_type: 'string',
});
`;
}

/** A record with a value for each field that a value can be made up for. */
export function createRecordSnippet(place: SnippetPlace, model: Model, fields: readonly Field[]): string {
  const lines = fields.flatMap((field) => {
    const value = exampleValue(field);
    if (value === undefined) return [];
    return [`  ${field.api_key}: ${field.localized ? `{ en: ${value} }` : value},`];
  });
  return `${cmaClient(place)}

const record = await client.items.create({
  item_type: { type: 'item_type', id: '${model.id}' },
${lines.join('\n')}${lines.length > 0 ? '\n' : ''}});
await client.items.publish(record.id);
`;
}

export function uploadSnippet(place: SnippetPlace): string {
  return `${cmaClient(place)}

const upload = await client.uploads.createFromLocalFile({
  localPath: './picture.jpg',
  default_field_metadata: {
    en: { alt: 'What the picture shows', title: null, custom_data: {} },
  },
});
console.log(upload.url);
`;
}

function cmaClient({ siteApi, token, environment }: SnippetPlace): string {
  return `import { buildClient } from '@datocms/cma-client-node';

const client = buildClient({
  apiToken: '${token}',
  baseUrl: '${siteApi}',${environment === undefined ? '' : `\n  environment: '${environment}',`}
});`;
}

function readByClient({ graphql, token, environment }: SnippetPlace, query: string): string {
  return `// npm install @datocms/cda-client
import { executeQuery } from '@datocms/cda-client';

const result = await executeQuery(\`${query}\`, {
  token: '${token}',
  graphqlEndpointUrl: '${graphql}',${environment === undefined ? '' : `\n  environment: '${environment}',`}
});
console.log(result);
`;
}

function readByFetch(place: SnippetPlace, query: string): string {
  return `const response = await fetch('${place.graphql}', {
  method: 'POST',
  headers: {
    Authorization: 'Bearer ${place.token}',
    'Content-Type': 'application/json',${place.environment === undefined ? '' : `\n    'X-Environment': '${place.environment}',`}
  },
  body: JSON.stringify({ query: \`${query}\` }),
});
console.log(await response.json());
`;
}

function readByCurl(place: SnippetPlace, query: string): string {
  return `curl ${place.graphql} \\
  -H 'Authorization: Bearer ${place.token}' \\
  -H 'Content-Type: application/json'${environmentFlag(place)} \\
  -d '${JSON.stringify({ query: query.replace(/\s+/g, ' ') })}'
`;
}

function environmentFlag({ environment }: SnippetPlace): string {
  return environment === undefined ? '' : ` \\\n  -H 'X-Environment: ${environment}'`;
}

/** Written as code. Links, assets and blocks need an id that only the project knows: they are left out. */
function exampleValue(field: Field): string | undefined {
  const values: Partial<Record<Field['field_type'], string>> = {
    boolean: 'true',
    color: '{ red: 42, green: 82, blue: 190, alpha: 255 }',
    date: `'2026-01-31'`,
    date_time: `'2026-01-31T09:00:00Z'`,
    float: '4.5',
    integer: '42',
    json: `'{"any":"JSON"}'`,
    lat_lon: '{ latitude: 45.07, longitude: 7.69 }',
    seo: `{ title: '${field.label}', description: 'For search engines' }`,
    slug: `'my-first-${field.api_key.replaceAll('_', '-')}'`,
    string: `'My first ${field.label.toLowerCase().replaceAll("'", '')}'`,
    text: `'A few words.'`,
  };
  return values[field.field_type];
}
