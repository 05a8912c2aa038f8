import { buildClient as buildCmaClient } from '@datocms/cma-client-node';
import { buildClient as buildDashboardClient } from '@datocms/dashboard-client';

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? (process.argv.includes('--cma') ? 20_000 : 5_000));
const AUTHORS = 200;
const CATEGORIES = 40;
const WORDS_OF_A_BODY = 150;

/** A project as an agency would make one, through the official clients. */
export async function makeProject(url) {
  const credentials = { email: 'bench@example.com', password: 'a long enough password' };
  const signedOut = buildDashboardClient({ apiToken: null, baseUrl: `${url}/account-api`, autoRetry: false });
  const { data } = await signedOut.account.rawCreate({ data: { type: 'account', attributes: credentials } });
  const dashboard = buildDashboardClient({
    apiToken: data.id,
    baseUrl: `${url}/account-api`,
    autoRetry: false,
  });
  const site = await dashboard.sites.create({ name: 'Benchmark' });
  const client = buildCmaClient({
    apiToken: site.access_token,
    baseUrl: `${url}/site-api`,
    autoRetry: false,
  });
  return {
    readToken: site.readonly_token,
    ownerToken: site.access_token,
    writeToken: await makeWriteToken(client),
    ...(await makeModels(client)),
  };
}

/** As an importer has it, not the session of a person. */
async function makeWriteToken(client) {
  const roles = await client.roles.list();
  const role = roles.find(({ can_edit_schema }) => can_edit_schema) ?? roles[0];
  const switches = { can_access_cda: false, can_access_cda_preview: false, can_access_cma: true };
  const made = await client.accessTokens.create({
    name: 'Import',
    role: { type: 'role', id: role.id },
    ...switches,
  });
  return made.token;
}

async function makeModels(client) {
  const model = async (name, fields) => {
    const itemType = await client.itemTypes.create({ name, api_key: name.toLowerCase() });
    for (const field of fields) await client.fields.create(itemType.id, field);
    return itemType.id;
  };
  const field = (api_key, field_type, validators = {}) => ({
    label: api_key,
    api_key,
    field_type,
    validators,
  });
  const link = (api_key, id) => field(api_key, 'link', { item_item_type: { item_types: [id] } });
  const author = await model('Author', [field('name', 'string')]);
  const category = await model('Category', [field('name', 'string')]);
  const article = await model('Article', [
    field('title', 'string'),
    field('slug', 'slug', { unique: {} }),
    field('body', 'text'),
    field('date', 'date'),
    field('price', 'float'),
    field('tags', 'json'),
    link('category', category),
    link('author', author),
  ]);
  const links = { ...field('articles', 'links'), validators: { items_item_type: { item_types: [article] } } };
  const collection = await model('Collection', [field('name', 'string'), links]);
  return { models: { author, category, article, collection } };
}

/** Fills the project, ten requests at a time, and answers how many articles a second that made. */
export async function fillProject(project, post) {
  const { models } = project;
  const named = (kind, count) =>
    inParallel(count, (number) => post(itemBody(models[kind], { name: `${kind} ${number}` })));
  project.authors = await named('author', AUTHORS);
  project.categories = await named('category', CATEGORIES);
  const started = performance.now();
  project.articles = await inParallel(ARTICLES, (number) => post(articleBody(project, number)));
  return ARTICLES / ((performance.now() - started) / 1000);
}

/** The body that creates one article; every number makes another one. */
export function articleBody({ models, authors, categories }, number) {
  return itemBody(models.article, {
    title: `${words(number, 5)} ${number}`,
    slug: `article-${number}`,
    body: words(number, WORDS_OF_A_BODY),
    date: new Date(Date.UTC(2020, 0, 1 + (number % 2000))).toISOString().slice(0, 10),
    price: ((number * 7919) % 100_000) / 100,
    tags: JSON.stringify([words(number, 1), words(number + 1, 1)]),
    category: categories[number % categories.length],
    author: authors[number % authors.length],
  });
}

/** A record that points at `count` articles. */
export function collectionBody({ models, articles }, count) {
  return itemBody(models.collection, { name: 'Many', articles: articles.slice(0, count) });
}

function itemBody(modelId, attributes) {
  return JSON.stringify({
    data: {
      type: 'item',
      attributes,
      relationships: { item_type: { data: { type: 'item_type', id: modelId } } },
    },
  });
}

const VOCABULARY =
  `time year people way day man thing woman life child world school state family student group
  country problem hand part place case week company system program question work government number night point
  home water room mother area money story fact month lot right study book eye job word business issue side kind
  head house service friend father power hour game line end member law car city community name`.split(/\s+/);

function words(seed, count) {
  let text = '';
  for (let index = 0; index < count; index += 1) {
    text += `${index ? ' ' : ''}${VOCABULARY[(seed * 31 + index * 17 + ((seed * index) % 13)) % VOCABULARY.length]}`;
  }
  return text;
}

async function inParallel(count, make, lanes = 10) {
  const made = new Array(count);
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const number = next;
      next += 1;
      made[number] = await make(number);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return made;
}
