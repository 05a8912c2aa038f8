import { createHash } from 'node:crypto';
import type { FieldRegistry } from '@recto/content/field-type';
import type { Schema } from '@recto/content/schema/schema';
import type { GraphQLSchema } from 'graphql';
import { type BoundedCache, createBoundedCache } from './bounded-cache.ts';
import type { PreparedQuery } from './prepared-query.ts';
import { buildDeliverySchema } from './schema/build-delivery-schema.ts';

/** A generated schema with the queries that were prepared against it. */
export interface DeliverySchema {
  graphql: GraphQLSchema;
  queries: BoundedCache<PreparedQuery>;
}

export interface SchemaKey {
  environmentId: string;
  schema: Schema;
  visibleItemTypes: ReadonlySet<string>;
  strict: boolean;
  version: 'published' | 'current';
}

/** A schema of a hundred models takes a few megabytes with its compiled queries. */
const KEPT_SCHEMAS = 50;
const KEPT_QUERIES = 300;

const schemas = createBoundedCache<DeliverySchema>(KEPT_SCHEMAS);

/** What the API looks like for a kind of caller, at one version of the environment's models. */
export function deliverySchemaOf(
  key: SchemaKey,
  registry: FieldRegistry,
  onFirstUse: () => void,
): DeliverySchema {
  const name = nameOf(key);
  const known = schemas.get(name);
  if (known) return known;
  onFirstUse();
  const made = {
    graphql: buildDeliverySchema({ ...key, registry }),
    queries: createBoundedCache<PreparedQuery>(KEPT_QUERIES),
  };
  schemas.set(name, made);
  return made;
}

function nameOf({ environmentId, schema, visibleItemTypes, strict, version }: SchemaKey): string {
  const isWhole = visibleItemTypes.size === schema.itemTypes.size;
  const visible = isWhole ? 'all' : hashOf([...visibleItemTypes].sort().join());
  return [environmentId, schema.version, visible, strict, version].join(' ');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
