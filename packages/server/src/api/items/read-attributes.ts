import { type ErrorReason, refusal, refuseAll } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';

export type Attributes = Readonly<Record<string, unknown>>;

/** Where a body wants the record to stand; undefined: not said. */
export interface WantedPlace {
  position: number | undefined;
  parentId: string | null | undefined;
}

/** Takes what belongs to the record (its place) out of the attributes; the rest are values of fields. */
export function splitAttributes(
  attributes: Attributes,
  itemType: ItemType,
): { values: Attributes; place: WantedPlace; reasons: ErrorReason[] } {
  const { position, parent_id: parentId, ...rest } = attributes;
  const reasons: ErrorReason[] = [];
  if (!isOrdered(itemType)) return { values: attributes, place: nowhere, reasons };
  const values = itemType.tree || parentId === undefined ? rest : { ...rest, parent_id: parentId };
  if (!isPosition(position)) reasons.push({ code: 'INVALID_POSITION', details: {} });
  if (itemType.tree && !isParent(parentId)) reasons.push({ code: 'INVALID_PARENT_ID', details: {} });
  return { values, place: reasons.length > 0 ? nowhere : readPlace(position, parentId, itemType), reasons };
}

const nowhere: WantedPlace = { position: undefined, parentId: undefined };

export function isOrdered({ sortable, tree }: ItemType): boolean {
  return sortable || tree;
}

/** Null comes back from records that were stored before their model had an order. */
function isPosition(value: unknown): boolean {
  return value === undefined || value === null || (Number.isInteger(value) && Number(value) > 0);
}

function isParent(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function readPlace(position: unknown, parentId: unknown, { tree }: ItemType): WantedPlace {
  return {
    position: typeof position === 'number' ? position : undefined,
    parentId: tree ? (parentId as string | null | undefined) : undefined,
  };
}

/** A moment that a caller sets (`meta.created_at`), as it is stored. */
export function readMoment(value: string | null | undefined, field: string): string | null | undefined {
  if (value === undefined || value === null) return value;
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw refusal('INVALID_DATE', { field: `meta.${field}` });
  return new Date(time).toISOString();
}

/** A body that passes a hard limit is refused before anything is looked up for it. */
export function refuseBeyondLimits(reasons: readonly ErrorReason[]): void {
  refuseAll(reasons.filter(({ code }) => code === 'TECHNICAL_LIMIT_REACHED'));
}
