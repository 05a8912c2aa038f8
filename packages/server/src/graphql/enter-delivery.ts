import { refusal } from '@recto/content/refusal';
import type { Schema } from '@recto/content/schema/schema';
import { stampAccess } from '#api/access-tokens/table.ts';
import { type Caller, identify } from '#http/identify.ts';
import type { Ports } from '#http/ports.ts';
import { ensureFieldIndexes } from '#query/field-indexes.ts';
import { loadSchema } from '#schema/load-schema.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { type DeliverySchema, deliverySchemaOf } from './delivery-schemas.ts';
import { openDeliveryContext } from './open-delivery-context.ts';
import type { DeliveryOptions } from './read-options.ts';
import { visibilityOf } from './visibility.ts';

export interface Delivery {
  schema: DeliverySchema;
  /** The environment's name. */
  environment: string;
  openContext(): DeliveryContext;
}

/** Who asks, and what the API looks like to them. One statement, besides a schema seen for the first time. */
export async function enterDelivery(options: DeliveryOptions, ports: Ports): Promise<Delivery> {
  const { db } = ports.database;
  const now = ports.now();
  const caller = await identify(db, { ...options, now, whenClosed: 'INSUFFICIENT_PERMISSIONS' });
  refuseClosed(caller, options);
  await stampAccess(db, caller, 'cda', now);

  const { site, environment, permissions, identity } = caller;
  const schema = await loadSchema(db, environment);
  // Which records are valid is not known before all have been looked at again.
  if (options.excludeInvalid && schema.change?.isSettling) throw refusal('BATCH_DATA_VALIDATION_IN_PROGRESS');
  const visibility = visibilityOf(permissions, schema, identity);
  const version = options.includeDrafts ? 'current' : 'published';
  const key = {
    environmentId: environment.id,
    schema,
    visibleItemTypes: visibility.itemTypes,
    strict: options.excludeInvalid,
    version,
  } as const;
  const request = {
    db,
    site,
    environment,
    schema,
    registry: ports.registry,
    permissions,
    identity,
    visibility,
    version,
    onlyValid: options.excludeInvalid,
    baseEditingUrl: options.baseEditingUrl,
    contentLink: options.contentLink,
    assetsUrl: ports.settings.assetsUrl,
  } as const;
  return {
    schema: deliverySchemaOf(key, ports.registry, () => makeIndexes(schema, ports)),
    environment: environment.name,
    openContext: () => openDeliveryContext(request),
  };
}

/** Beside the request: its answer needs none, the next ones are faster with them. */
function makeIndexes(schema: Schema, { database, registry, log }: Ports): void {
  ensureFieldIndexes(database.db, schema, registry).catch((error: unknown) => {
    log.warn({ err: error }, 'indexes of fields were not made');
  });
}

/** The token's switches open published content and drafts one by one. */
function refuseClosed({ access, environment }: Caller, { includeDrafts }: DeliveryOptions): void {
  if (!(includeDrafts ? access.cdaPreview : access.cda)) throw refusal('INVALID_AUTHORIZATION_HEADER');
  if (environment.status !== 'ready') throw refusal('ENVIRONMENT_NOT_READY', { status: environment.status });
}
