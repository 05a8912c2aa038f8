import { refusal } from '@recto/content/refusal';
import { isSameDay } from '#api/access-tokens/table.ts';
import { isApiToken } from '#http/caller-row.ts';
import { callerFrom, identify } from '#http/identify.ts';
import type { Ports } from '#http/ports.ts';
import { type Delivery, openDelivery } from './open-delivery.ts';
import type { DeliveryOptions } from './read-options.ts';
import { type KnownCaller, knownCallersOf } from './response-cache/known-callers.ts';

const WHEN_CLOSED = 'INSUFFICIENT_PERMISSIONS';
/** A caller chooses the address that texts are edited at. */
const MOST_OPTIONS = 50;

/** Who asks, and what the API looks like to them: confirmed by the database after they asked, worked out again only
 *  when something about them is different, and answered at once where nothing can be. */
export function enterDelivery(options: DeliveryOptions, ports: Ports): Delivery | Promise<Delivery> {
  if (!isApiToken(options)) return enterBySession(options, ports);
  const known = knownCallersOf(ports.database).confirm(options);
  if (known instanceof Promise) return known.then((caller) => enterKnown(caller, options, ports));
  return enterKnown(known, options, ports);
}

/** What was worked out for a caller. The first request of a day leaves its mark at the token, and is not among those. */
export function recallDelivery(
  { row, deliveries }: KnownCaller,
  options: DeliveryOptions,
  now: Date,
): Delivery | undefined {
  const delivery = deliveries.get(keyOf(options));
  return delivery && isSameDay(row.last_cda_access_at, now) ? delivery : undefined;
}

async function enterBySession(options: DeliveryOptions, ports: Ports): Promise<Delivery> {
  const query = { ...options, now: ports.now(), whenClosed: WHEN_CLOSED } as const;
  return openDelivery(await identify(ports.database.db, query), options, ports);
}

function enterKnown(
  known: KnownCaller | undefined,
  options: DeliveryOptions,
  ports: Ports,
): Delivery | Promise<Delivery> {
  if (!known) throw refusal('INVALID_AUTHORIZATION_HEADER');
  return recallDelivery(known, options, ports.now()) ?? workOut(known, options, ports);
}

async function workOut(
  { row, deliveries }: KnownCaller,
  options: DeliveryOptions,
  ports: Ports,
): Promise<Delivery> {
  const caller = await callerFrom(ports.database.db, row, { whenClosed: WHEN_CLOSED });
  const delivery = await openDelivery(caller, options, ports);
  if (!delivery.isLasting) return delivery;
  if (deliveries.size >= MOST_OPTIONS) deliveries.clear();
  deliveries.set(keyOf(options), delivery);
  return delivery;
}

function keyOf({ includeDrafts, excludeInvalid, contentLink, baseEditingUrl }: DeliveryOptions): string {
  return `${includeDrafts} ${excludeInvalid} ${contentLink} ${baseEditingUrl ?? ''}`;
}
