import { buildTestSchema } from '@recto/content/schema/testing';
import { fieldRegistry } from '@recto/fields/registry';
import { type GraphQLSchema, printType } from 'graphql';
import { buildDeliverySchema } from './build-delivery-schema.ts';
import type { DeliverySchemaOptions } from './scope.ts';

type Sketches = Parameters<typeof buildTestSchema>[0];
type Settings = Parameters<typeof buildTestSchema>[1];

/** The delivery schema of a sketched project, of which the caller may read everything. */
export function buildTestDelivery(
  sketches: Sketches,
  settings: Settings = {},
  overrides: Partial<DeliverySchemaOptions> = {},
): GraphQLSchema {
  const schema = buildTestSchema(sketches, settings);
  return buildDeliverySchema({
    schema,
    registry: fieldRegistry,
    visibleItemTypes: new Set(schema.itemTypes.keys()),
    strict: false,
    version: 'published',
    ...overrides,
  });
}

/** A type as it prints, without descriptions and without the lines that every record has. */
export function printBare(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!type) throw new Error(`The schema has no type ${name}`);
  return printType(type)
    .replace(/ *"""[\s\S]*?"""\n/g, '')
    .replace(/\n\s*\n/g, '\n');
}

/** The printed type of each field, by name; metas left out. */
export function fieldTypes(schema: GraphQLSchema, name: string): Record<string, string> {
  const type = schema.getType(name);
  if (!type || !('getFields' in type)) throw new Error(`The schema has no fields in ${name}`);
  const entries = Object.values(type.getFields()).map((field) => [field.name, String(field.type)] as const);
  return Object.fromEntries(entries.filter(([field]) => field !== 'id' && !METAS.has(field)));
}

const METAS = new Set([
  '_createdAt',
  '_editingUrl',
  '_firstPublishedAt',
  '_isValid',
  '_modelApiKey',
  '_publicationScheduledAt',
  '_publishedAt',
  '_seoMetaTags',
  '_status',
  '_unpublishingScheduledAt',
  '_updatedAt',
]);
