import { refusal } from '@recto/content/refusal';
import type { Schema } from '@recto/content/schema/schema';
import { stampAccess } from '#api/access-tokens/table.ts';
import type { Caller } from '#http/identify.ts';
import type { Ports } from '#http/ports.ts';
import { earnIndexesOf } from '#query/earn-indexes.ts';
import { ensureFieldIndexes } from '#query/field-indexes.ts';
import { loadSchema } from '#schema/load-schema.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { type DeliverySchema, deliverySchemaOf } from './delivery-schemas.ts';
import { type DeliveryRequest, openDeliveryContext } from './open-delivery-context.ts';
import type { DeliveryOptions } from './read-options.ts';
import type { QueryReads } from './response-cache/query-reads.ts';
import { Reads } from './response-cache/reads.ts';
import { trackReads } from './response-cache/track-reads.ts';
import { type Visibility, visibilityOf } from './visibility.ts';

/** What a caller can read, and how. */
export interface Delivery {
  /** Of this process; another one as soon as anything about the caller is different. */
  id: number;
  schema: DeliverySchema;
  /** The environment's name. */
  environment: string;
  /** Whether it holds for as long as nothing is known to have changed. */
  isLasting: boolean;
  /** Told with `reads`, the context adds to them what it is asked for. */
  openContext(start: RequestStart): DeliveryContext;
  /** Empty reads of one query. */
  openReads(query: QueryReads): Reads;
}

interface RequestStart {
  reads: Reads | undefined;
  /** What this process had written when the request came, where it alone writes. */
  writes: number | undefined;
}

let lastId = 0;

/** What the API looks like to a caller who asks for it with these options. */
export async function openDelivery(
  caller: Caller,
  options: DeliveryOptions,
  ports: Ports,
): Promise<Delivery> {
  const { db } = ports.database;
  refuseClosed(caller, options);
  await stampAccess(db, caller, 'cda', ports.now());
  const { site, environment, permissions, identity } = caller;
  const schema = await loadSchema(db, environment);
  // Which records are valid is not known before all have been looked at again.
  if (options.excludeInvalid && schema.change?.isSettling) throw refusal('BATCH_DATA_VALIDATION_IN_PROGRESS');
  const visibility = visibilityOf(permissions, schema, identity);
  const version = options.includeDrafts ? 'current' : 'published';
  const onlyValid = options.excludeInvalid;
  const key = {
    environmentId: environment.id,
    schema,
    visibleItemTypes: visibility.itemTypes,
    strict: onlyValid,
    version,
  } as const;
  const request: Omit<DeliveryRequest, 'writes'> = {
    database: ports.database,
    onList: (query) => earnIndexesOf(ports).observe(query, version, environment.id),
    site,
    environment,
    schema,
    registry: ports.registry,
    permissions,
    identity,
    visibility,
    version,
    onlyValid,
    baseEditingUrl: options.baseEditingUrl,
    contentLink: options.contentLink,
    assetsUrl: ports.settings.assetsUrl,
  };
  const place = {
    environmentId: environment.id,
    version,
    primaryOf: options.environment === null ? site.id : null,
  } as const;
  const isNarrowed = isNarrowedByRecord(visibility);
  lastId += 1;
  return {
    id: lastId,
    // Asked for anew, so that not every caller who was ever here holds on to a generated schema.
    get schema() {
      return deliverySchemaOf(key, ports.registry, () => makeIndexes(schema, ports));
    },
    environment: environment.name,
    isLasting: caller.isLasting && !schema.change,
    openContext({ reads, writes }) {
      const context = openDeliveryContext({ ...request, writes });
      return reads ? trackReads(context, reads, { visibility, onlyValid }) : context;
    },
    openReads: ({ readsDraftMetas, readsPositions }) =>
      new Reads({ ...place, readsDraftMetas: readsDraftMetas || isNarrowed, readsPositions }),
  };
}

/** Whether the rights of the caller depend on what is known about a record (its stage, its creator), which may change
 *  with nothing else. */
function isNarrowedByRecord({ models, conditionOf }: Visibility): boolean {
  return models.some(({ id }) => !['always', 'never'].includes(conditionOf(id).kind));
}

/** Beside the request: its answer needs none, the next ones are faster with them. */
function makeIndexes(schema: Schema, ports: Ports): void {
  const { database, registry, log } = ports;
  earnIndexesOf(ports).forget();
  ensureFieldIndexes(database.db, schema, registry).catch((error: unknown) => {
    log.warn({ err: error }, 'indexes of fields were not made');
  });
}

/** The token's switches open published content and drafts one by one. */
function refuseClosed({ access, environment }: Caller, { includeDrafts }: DeliveryOptions): void {
  if (!(includeDrafts ? access.cdaPreview : access.cda)) throw refusal('INVALID_AUTHORIZATION_HEADER');
  if (environment.status !== 'ready') throw refusal('ENVIRONMENT_NOT_READY', { status: environment.status });
}
