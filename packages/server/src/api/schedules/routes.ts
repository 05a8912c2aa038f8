import type { Item } from '@recto/content/item/item';
import { itemEvent } from '@recto/content/item/item-change';
import {
  checkSchedule,
  type ScheduledPublication,
  type ScheduledUnpublishing,
} from '@recto/content/item/schedule';
import type { TouchedContent } from '@recto/content/permissions/evaluate';
import { refusal, refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { readDateTime } from '@recto/fields/date-time/iso-date-time';
import { type TSchema, Type } from '@sinclair/typebox';
import { itemEntity } from '#api/items/entity.ts';
import { mayWithItem } from '#api/items/policy.ts';
import { presentLoaded } from '#api/items/present.ts';
import { findItem, type LoadedItem } from '#api/items/table.ts';
import { changedItemTags } from '#cache-tags/changed-item-tags.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import {
  scheduledPublicationEntity,
  scheduledUnpublishingEntity,
  schedulePublicationBody,
  scheduleUnpublishingBody,
} from './contract.ts';
import { presentPublication, presentUnpublishing } from './present.ts';
import {
  deleteScheduledPublication,
  deleteScheduledUnpublishing,
  insertScheduledPublication,
  insertScheduledUnpublishing,
} from './table.ts';

type Params = { params: Readonly<Record<string, string>> };

const publication = {
  resource: 'scheduled_publication',
  path: '/items/:item_id/scheduled-publication',
  load: loadRecord,
};
const unpublishing = {
  resource: 'scheduled_unpublishing',
  path: '/items/:item_id/scheduled-unpublishing',
  load: loadRecord,
};
const cancelling = {
  answer: documentOf(itemEntity),
  policy: ({ item }: LoadedItem, context: RequestContext) => mayWithItem(context, 'publish', item),
  present: (loaded: LoadedItem, context: RequestContext) => ({ data: presentLoaded(loaded, context) }),
};

const schedulePublication = endpoint({
  ...publication,
  rel: 'create',
  answer: withRecord(scheduledPublicationEntity),
  method: 'POST',
  body: schedulePublicationBody,
  policy: ({ item }, context, { body }) => {
    const { selective_publication: selection } = body.data.attributes;
    return mayPublish(
      context,
      item,
      selection && { locales: selection.content_in_locales, nonLocalized: selection.non_localized_content },
    );
  },
  async run({ body }, context, { item, hasChildren }) {
    const { publication_scheduled_at: wanted, selective_publication: chosen } = body.data.attributes;
    const locales = chosen?.content_in_locales ?? [];
    const at = readMoment('publication_scheduled_at', wanted, locales, context);
    const selection = chosen ? { locales, nonLocalized: chosen.non_localized_content } : null;
    const schedule: ScheduledPublication = { id: context.newId(), itemId: item.id, at, selection };
    if (!(await insertScheduledPublication(context.db, context.environment.id, schedule))) {
      refuseAll([invalidField('ScheduledPublication', 'item', 'VALIDATION_UNIQUENESS')]);
    }
    await recordChange(context, item, { publicationScheduledAt: at });
    return { schedule, loaded: { item: { ...item, publicationScheduledAt: at }, hasChildren } };
  },
  present: ({ schedule, loaded }, context) => ({
    data: presentPublication(schedule, context.schema.settings.timeZone),
    included: [presentLoaded(loaded, context)],
  }),
});

const cancelPublication = endpoint({
  ...publication,
  ...cancelling,
  rel: 'destroy',
  method: 'DELETE',
  async run(_request, context, { item, hasChildren }) {
    const scope = { environmentId: context.environment.id, itemId: item.id };
    if (!(await deleteScheduledPublication(context.db, scope))) throw refusal('NOT_FOUND');
    await recordChange(context, item, { publicationScheduledAt: null });
    return { item: { ...item, publicationScheduledAt: null }, hasChildren };
  },
});

const scheduleUnpublishing = endpoint({
  ...unpublishing,
  rel: 'create',
  answer: withRecord(scheduledUnpublishingEntity),
  method: 'POST',
  body: scheduleUnpublishingBody,
  policy: ({ item }, context, { body }) => {
    const { content_in_locales: locales } = body.data.attributes;
    return mayPublish(context, item, locales && { locales });
  },
  async run({ body }, context, { item, hasChildren }) {
    const { unpublishing_scheduled_at: wanted, content_in_locales: locales = null } = body.data.attributes;
    const at = readMoment('unpublishing_scheduled_at', wanted, locales ?? [], context);
    const schedule: ScheduledUnpublishing = { id: context.newId(), itemId: item.id, at, locales };
    if (!(await insertScheduledUnpublishing(context.db, context.environment.id, schedule))) {
      refuseAll([invalidField('ScheduledUnpublishing', 'item', 'VALIDATION_UNIQUENESS')]);
    }
    await recordChange(context, item, { unpublishingScheduledAt: at });
    return { schedule, loaded: { item: { ...item, unpublishingScheduledAt: at }, hasChildren } };
  },
  present: ({ schedule, loaded }, context) => ({
    data: presentUnpublishing(schedule, context.schema.settings.timeZone),
    included: [presentLoaded(loaded, context)],
  }),
});

const cancelUnpublishing = endpoint({
  ...unpublishing,
  ...cancelling,
  rel: 'destroy',
  method: 'DELETE',
  async run(_request, context, { item, hasChildren }) {
    const scope = { environmentId: context.environment.id, itemId: item.id };
    if (!(await deleteScheduledUnpublishing(context.db, scope))) throw refusal('NOT_FOUND');
    await recordChange(context, item, { unpublishingScheduledAt: null });
    return { item: { ...item, unpublishingScheduledAt: null }, hasChildren };
  },
});

export const scheduleEndpoints: Endpoint[] = [
  schedulePublication,
  cancelPublication,
  scheduleUnpublishing,
  cancelUnpublishing,
];

/** A plan comes with the record that shows it. */
function withRecord<Entity extends TSchema>(plan: Entity) {
  return Type.Object({ data: plan, included: Type.Array(itemEntity) });
}

async function loadRecord({ params }: Params, { db, environment }: RequestContext): Promise<LoadedItem> {
  const loaded = await findItem(db, environment.id, params.item_id ?? '');
  if (!loaded) throw refusal('NOT_FOUND');
  return loaded;
}

/** Nobody is there to be asked when the moment comes: whoever plans a whole record needs the right to all of it. */
function mayPublish(context: RequestContext, item: Item, touched?: TouchedContent | null): boolean {
  const whole = { locales: context.environment.locales, nonLocalized: true };
  return mayWithItem(context, 'publish', item, touched ?? whole);
}

function readMoment(
  field: 'publication_scheduled_at' | 'unpublishing_scheduled_at',
  text: string,
  locales: readonly string[],
  { schema, now }: RequestContext,
): string {
  const at = readDateTime(text, schema.settings.timeZone);
  refuseAll(checkSchedule(field, { at, locales, now: now.toISOString() }, schema));
  return at ?? '';
}

/** Lists and the delivery API show the moment. */
function recordChange(context: RequestContext, before: Item, plan: Partial<Item>): Promise<void> {
  const { details, ...event } = itemEvent('update', before);
  const cacheTags = changedItemTags(
    context.environment.id,
    { before, after: { ...before, ...plan } },
    context,
  );
  return context.record([{ ...event, details: { ...details, cache_tags: cacheTags } }]);
}
