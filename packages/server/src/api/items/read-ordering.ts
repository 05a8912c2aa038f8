import type { MetaName, Ordering } from '@recto/content/condition';
import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import type { RequestContext } from '#http/context.ts';

const METAS: Readonly<Record<string, MetaName>> = {
  id: 'id',
  _updated_at: 'updated_at',
  _created_at: 'created_at',
  _status: 'status',
  _published_at: 'published_at',
  _first_published_at: 'first_published_at',
  _publication_scheduled_at: 'publication_scheduled_at',
  _unpublishing_scheduled_at: 'unpublishing_scheduled_at',
  _is_valid: 'is_valid',
  position: 'position',
};

/** `title_ASC,_created_at_DESC` → what to order by. Only a list of one model can be ordered by its fields. */
export function readOrdering(
  orderBy: string | undefined,
  itemType: ItemType | null,
  locale: string,
  context: RequestContext,
): Ordering[] {
  if (orderBy === undefined) return itemType ? ownOrdering(itemType, locale, context) : newestFirst;
  if (!itemType) throw invalidOrder('is only possible with one model in filter[type]');
  return orderBy.split(',').map((rule) => {
    const [, key, direction] = /^(\w+)_(ASC|DESC)$/.exec(rule.trim()) ?? [];
    const operand = key === undefined ? undefined : operandOf(key, itemType, locale, context);
    if (!operand) throw invalidOrder(`does not know "${rule.slice(0, 100)}"`);
    return { operand, direction: direction === 'ASC' ? 'asc' : 'desc' };
  });
}

const newestFirst: Ordering[] = [{ operand: { kind: 'meta', name: 'created_at' }, direction: 'desc' }];

function operandOf(
  key: string,
  itemType: ItemType,
  locale: string,
  { schema, registry }: RequestContext,
): Ordering['operand'] | undefined {
  const meta = Object.hasOwn(METAS, key) ? METAS[key] : undefined;
  if (meta === 'position' && !itemType.sortable && !itemType.tree) return undefined;
  if (meta) return { kind: 'meta', name: meta };
  const field = schema.fieldsOf(itemType.id).find(({ apiKey }) => apiKey === key);
  const type = field && registry.types[field.fieldType];
  if (!field || !type?.delivery.orderable) return undefined;
  return {
    kind: 'field',
    fieldId: field.id,
    locale: field.localized ? locale : null,
    storedAs: type.storedAs,
  };
}

/** The order that the model's settings name; without one, what was updated last comes first. */
function ownOrdering(itemType: ItemType, locale: string, context: RequestContext): Ordering[] {
  const { sortable, tree, orderingMeta, orderingFieldId, orderingDirection } = itemType;
  const direction = orderingDirection ?? 'asc';
  if (sortable || tree) return [{ operand: { kind: 'meta', name: 'position' }, direction: 'asc' }];
  if (orderingMeta) return [{ operand: { kind: 'meta', name: orderingMeta }, direction }];
  const field = orderingFieldId === null ? undefined : context.schema.fields.get(orderingFieldId);
  const operand = field && operandOf(field.apiKey, itemType, locale, context);
  return operand
    ? [{ operand, direction }]
    : [{ operand: { kind: 'meta', name: 'updated_at' }, direction: 'desc' }];
}

function invalidOrder(message: string) {
  return refusal('INVALID_PARAMS', { messages: [`#/order_by: ${message}.`] });
}
