import type { Document, Item } from '@recto/content/item/item';
import type { Schema } from '@recto/content/schema/schema';
import { buildTestSchema } from '@recto/content/schema/testing';
import { fieldRegistry } from '@recto/fields/registry';
import { type ExecutionResult, type GraphQLSchema, getVariableValues, graphql, Kind, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { DeliveryContext, ListQuery, LocaleScope, RecordSource, Upload } from '../delivery-context.ts';
import { buildDeliverySchema } from '../schema/build-delivery-schema.ts';
import { untypeVariables } from '../untype-variables.ts';

type Sketches = Parameters<typeof buildTestSchema>[0];
type Settings = Parameters<typeof buildTestSchema>[1];
type ItemSketch = Partial<Item> & { id: string; itemTypeId: string; values?: Document };

/** A published record; its values are given by field id. */
function buildItem({ values = {}, ...overrides }: ItemSketch): Item {
  return {
    current: values,
    currentVersionId: 'v1',
    isCurrentValid: true,
    published: values,
    publishedVersionId: 'v1',
    isPublishedValid: true,
    creator: { type: 'access_token', id: '1' },
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
    publishedAt: '2026-01-02T03:04:05.678Z',
    firstPublishedAt: '2026-01-02T03:04:05.678Z',
    publicationScheduledAt: null,
    unpublishingScheduledAt: null,
    position: null,
    parentId: null,
    stage: null,
    ...overrides,
  };
}

/** A JPEG of 800 × 600. */
export function buildUpload(overrides: Partial<Upload> & { id: string }): Upload {
  return {
    path: `/assets/1/${overrides.id}.jpg`,
    basename: overrides.id,
    filename: `${overrides.id}.jpg`,
    format: 'jpg',
    mimeType: 'image/jpeg',
    size: 1000,
    width: 800,
    height: 600,
    md5: 'd41d8cd98f00b204e9800998ecf8427e',
    isImage: true,
    author: null,
    copyright: null,
    notes: null,
    tags: [],
    smartTags: [],
    defaultFieldMetadata: {},
    blurhash: null,
    thumbhash: null,
    colors: [],
    exifInfo: {},
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
    ...overrides,
  };
}

interface Project {
  itemTypes: Sketches;
  settings?: Settings;
  items?: readonly ItemSketch[];
  uploads?: readonly Upload[];
  context?: Partial<DeliveryContext>;
}

export interface TestDelivery {
  /** The data of the answer, the same from both engines; fails on errors. */
  read(query: string, variables?: Record<string, unknown>): Promise<unknown>;
  /** The messages of the errors, the same from both engines. */
  fail(query: string, variables?: Record<string, unknown>): Promise<string[]>;
  /** What the resolvers asked for, in order. */
  lists: Pick<ListQuery, 'itemTypeId' | 'condition' | 'order' | 'first' | 'skip'>[];
}

/** A project in memory, behind the port that resolvers stand on. Lists answer all records of the model: which
 *  ones a condition means is for the database to tell. */
export function buildDelivery(project: Project): TestDelivery {
  const schema = buildTestSchema(project.itemTypes, project.settings);
  const graphqlSchema = buildDeliverySchema({
    schema,
    registry: fieldRegistry,
    visibleItemTypes: new Set(schema.itemTypes.keys()),
    strict: false,
    version: 'published',
  });
  const lists: TestDelivery['lists'] = [];
  const contextValue = { ...memoryContext(project, schema, lists), ...project.context };

  async function run(source: string, variables: Record<string, unknown>): Promise<ExecutionResult> {
    const interpreted = await graphql({
      schema: graphqlSchema,
      source,
      contextValue,
      variableValues: variables,
    });
    lists.length = 0;
    const compiled = await runCompiled(graphqlSchema, source, contextValue, variables);
    if (JSON.stringify(compiled.data) !== JSON.stringify(interpreted.data)) {
      throw new Error(`The engines differ:\n${JSON.stringify(interpreted)}\n${JSON.stringify(compiled)}`);
    }
    return compiled;
  }

  return {
    lists,
    async read(query, variables = {}) {
      const { data, errors } = await run(query, variables);
      if (errors) throw new Error(errors.map((error) => error.stack).join('\n'));
      return JSON.parse(JSON.stringify(data));
    },
    async fail(query, variables = {}) {
      return ((await run(query, variables)).errors ?? []).map((error) => error.message);
    },
  };
}

async function runCompiled(
  schema: GraphQLSchema,
  source: string,
  contextValue: DeliveryContext,
  variables: Record<string, unknown>,
): Promise<ExecutionResult> {
  const document = parse(source);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Tests begin with the operation');
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors) return { errors };
  const compiled = compileQuery(schema, untypeVariables(document));
  return isCompiledQuery(compiled) ? compiled.query(undefined, contextValue, coerced) : compiled;
}

function memoryContext(project: Project, schema: Schema, lists: TestDelivery['lists']): DeliveryContext {
  const items = (project.items ?? []).map(buildItem);
  const sourceOf = (item: Item, scope: LocaleScope): RecordSource[] => {
    const itemType = schema.itemTypes.get(item.itemTypeId);
    return itemType && item.published ? [{ itemType, id: item.id, values: item.published, item, scope }] : [];
  };
  const load = (id: string, scope: LocaleScope) =>
    items.filter((item) => item.id === id).flatMap((item) => sourceOf(item, scope));
  const memory: Partial<DeliveryContext> = {
    schema,
    registry: fieldRegistry,
    version: 'published',
    baseEditingUrl: null,
    contentLink: false,
    assetsUrl: 'https://cms.test',
    async listItems({ scope, ...query }) {
      lists.push(query);
      return items
        .filter(({ itemTypeId }) => itemTypeId === query.itemTypeId)
        .flatMap((item) => sourceOf(item, scope));
    },
    countItems: async ({ itemTypeId }) => items.filter((item) => item.itemTypeId === itemTypeId).length,
    loadItem: async (id, scope) => load(id, scope)[0],
    loadItems: async (ids, scope) => ids.flatMap((id) => load(id, scope)),
    loadChildren: async (parentId, scope) =>
      items.filter((item) => item.parentId === parentId).flatMap((item) => sourceOf(item, scope)),
    loadUpload: async (id) => project.uploads?.find((upload) => upload.id === id),
    async listUploads({ locale: _locale, ...query }) {
      lists.push({ itemTypeId: 'upload', ...query });
      return [...(project.uploads ?? [])];
    },
    countUploads: async () => project.uploads?.length ?? 0,
  };
  // A test that needs the site, the environment or the permissions hands them in.
  return memory as DeliveryContext;
}
