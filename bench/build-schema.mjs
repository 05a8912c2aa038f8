// `npm run bench -- --schema`: how long the delivery schema of a large project takes,
// without and with inverse relationships. CPU time, so that a busy machine does not count.

import { buildSchema } from '@recto/content/schema/schema';
import { fieldRegistry } from '@recto/fields/registry';
import { buildDeliverySchema } from '../packages/server/dist/graphql/schema/build-delivery-schema.js';

const MODELS = 100;
const BLOCKS = 30;
const ROUNDS = 5;

for (const inverse of [false, true]) {
  const schema = schemaOf([...blocks(), ...models(inverse)]);
  const options = { schema, registry: fieldRegistry, visibleItemTypes: new Set(schema.itemTypes.keys()) };
  const rounds = Array.from({ length: ROUNDS }, () =>
    build({ ...options, strict: true, version: 'published' }),
  );
  const fastest = Math.min(...rounds.map(({ milliseconds }) => milliseconds));
  const shape = `${MODELS} models, ${BLOCKS} blocks${inverse ? ', inverse relationships on every fourth' : ''}`;
  console.log(`${shape}: ${rounds[0].types} types, first ${rounds[0].milliseconds} ms, best ${fastest} ms`);
}

function build(options) {
  const before = process.cpuUsage();
  const types = Object.keys(buildDeliverySchema(options).getTypeMap()).length;
  return { types, milliseconds: Math.round(process.cpuUsage(before).user / 1000) };
}

/** As the database would give it, but for what delivery does not look at. */
function schemaOf(sketches) {
  const settings = { locales: ['en', 'it', 'de'], timeZone: 'UTC', millisecondsInDatetime: false, flags: {} };
  const itemTypes = sketches.map(({ fields: _fields, ...sketch }) => ({
    id: sketch.apiKey,
    name: sketch.apiKey,
    modularBlock: false,
    ...sketch,
  }));
  const fields = sketches.flatMap(({ apiKey: itemTypeId, fields }) =>
    fields.map((field, index) => ({
      id: `${itemTypeId}-${field.apiKey}`,
      itemTypeId,
      label: field.apiKey,
      fieldsetId: null,
      fieldType: 'string',
      localized: false,
      validators: {},
      appearance: { editor: 'single_line', parameters: {}, addons: [] },
      position: index + 1,
      ...field,
    })),
  );
  return buildSchema({ version: 1, settings, itemTypes, fields, fieldsets: [], workflows: [] });
}

/** Each lets in the next three: the hardest kind of nesting. */
function blocks() {
  return numbered(BLOCKS, (number) => ({
    apiKey: `block${number}`,
    modularBlock: true,
    fields: [
      { apiKey: 'title' },
      { apiKey: 'image', fieldType: 'file' },
      linkField('to', [`model${number}`, 'model1']),
      ...(number < BLOCKS - 3 ? [modularField('inner', number + 1, 3)] : []),
    ],
  }));
}

function models(inverse) {
  return numbered(MODELS, (number) => ({
    apiKey: `model${number}`,
    inverseRelationshipsEnabled: inverse && number % 4 === 0,
    fields: [
      { apiKey: 'title', localized: true },
      { apiKey: 'slug', fieldType: 'slug' },
      { apiKey: 'summary', fieldType: 'text', localized: true },
      { apiKey: 'seo', fieldType: 'seo' },
      { apiKey: 'cover', fieldType: 'file' },
      { apiKey: 'photos', fieldType: 'gallery' },
      { apiKey: 'day', fieldType: 'date' },
      { apiKey: 'votes', fieldType: 'integer' },
      { apiKey: 'is_hot', fieldType: 'boolean' },
      linkField('author', [`model${(number + 1) % MODELS}`]),
      linkField('topic', [`model${(number + 2) % MODELS}`, `model${(number + 3) % MODELS}`]),
      modularField('content', 0, 10),
    ],
  }));
}

function linkField(apiKey, itemTypes) {
  return { apiKey, fieldType: 'link', validators: { item_item_type: { item_types: itemTypes } } };
}

function modularField(apiKey, first, count) {
  const itemTypes = numbered(count, (number) => `block${first + number}`);
  return {
    apiKey,
    fieldType: 'rich_text',
    deepFilteringEnabled: true,
    validators: { rich_text_blocks: { item_types: itemTypes } },
  };
}

function numbered(count, make) {
  return Array.from({ length: count }, (_, number) => make(number));
}
