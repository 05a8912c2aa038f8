import type { Condition } from '../condition.ts';
import type { Identity } from '../item/item.ts';
import type { ItemType } from '../schema/item-type.ts';
import type { Schema } from '../schema/schema.ts';
import type {
  ItemAction,
  ItemTypePermission,
  Permissions,
  RoleFlag,
  UploadAction,
  UploadPermission,
} from './permissions.ts';

/** Whether a switch of the role is on. */
export function hasFlag(permissions: Permissions, flag: RoleFlag): boolean {
  return permissions.isOwner || permissions.flags[flag] === true;
}

/** Which parts of an entity a write touches. Nothing touched: any scope of the action will do. */
export interface TouchedContent {
  /** Locales whose content of localized fields changes. */
  locales?: readonly string[];
  /** Whether content outside of locales changes. */
  nonLocalized?: boolean;
}

export interface ItemQuestion extends TouchedContent {
  action: Exclude<ItemAction, 'all'>;
  itemType: Pick<ItemType, 'id' | 'workflowId'>;
  /** Absent for a record that is about to be made: its creator is whoever asks. */
  item?: { creator: Identity; stage: string | null };
  identity: Identity;
  /** Of `move_to_stage`. */
  toStage?: string;
}

/** Whether every part of what is asked is granted, and none of it denied: a denial always wins. */
export function mayActOnItem(permissions: Permissions, question: ItemQuestion): boolean {
  if (permissions.isOwner) return true;
  return isGranted(
    permissions.positiveItemTypePermissions.filter((entry) => concernsItem(entry, question, permissions)),
    permissions.negativeItemTypePermissions.filter((entry) => concernsItem(entry, question, permissions)),
    question,
  );
}

export interface UploadQuestion extends TouchedContent {
  action: Exclude<UploadAction, 'all'>;
  /** Absent for an upload that is about to be made. */
  creator?: Identity;
  /** The collection of the upload and all those around it: a rule on a collection holds for what is inside. */
  collections?: readonly string[];
  identity: Identity;
  /** Of `move`: the new collection and all those around it. */
  toCollections?: readonly string[];
}

/** The same question for an asset. */
export function mayActOnUpload(permissions: Permissions, question: UploadQuestion): boolean {
  if (permissions.isOwner) return true;
  return isGranted(
    permissions.positiveUploadPermissions.filter((entry) => concernsUpload(entry, question, permissions)),
    permissions.negativeUploadPermissions.filter((entry) => concernsUpload(entry, question, permissions)),
    question,
  );
}

/** What narrows a list of a model's records to those that may be read: in SQL, before the page is cut. */
export function readableItems(
  permissions: Permissions,
  itemType: Pick<ItemType, 'id' | 'workflowId'>,
  identity: Identity,
): Condition {
  if (permissions.isOwner) return ALWAYS;
  const conditionsOf = (entries: readonly ItemTypePermission[]) =>
    entries
      .filter((entry) => coversAction(entry.action, 'read') && concernsModel(entry, itemType))
      .map((entry) => allOf([creatorIs(entry, permissions, identity), stageIs(entry.on_stage)]));
  return allBut(
    anyOf(conditionsOf(permissions.positiveItemTypePermissions)),
    anyOf(conditionsOf(permissions.negativeItemTypePermissions)),
  );
}

/** What narrows a list of assets to those that may be read: a rule on a collection holds for what is inside. */
export function readableUploads(permissions: Permissions, identity: Identity): Condition {
  if (permissions.isOwner) return ALWAYS;
  const collectionIs = (id: string | null): Condition =>
    id === null
      ? ALWAYS
      : { kind: 'has_any', operand: { kind: 'meta', name: 'upload_collections' }, values: [id] };
  const conditionsOf = (entries: readonly UploadPermission[]) =>
    entries
      .filter((entry) => coversAction(entry.action, 'read'))
      .map((entry) =>
        allOf([creatorIs(entry, permissions, identity), collectionIs(entry.upload_collection)]),
      );
  return allBut(
    anyOf(conditionsOf(permissions.positiveUploadPermissions)),
    anyOf(conditionsOf(permissions.negativeUploadPermissions)),
  );
}

/** The models of which at least some records may be read. A block model shows wherever it is used, so all
 *  block models are among them. */
export function visibleItemTypes(permissions: Permissions, schema: Schema): Set<string> {
  const visible = new Set<string>();
  for (const itemType of schema.itemTypes.values()) {
    if (itemType.modularBlock || readableItems(permissions, itemType, NOBODY).kind !== 'never') {
      visible.add(itemType.id);
    }
  }
  return visible;
}

const ALWAYS: Condition = { kind: 'always' };
const NEVER: Condition = { kind: 'never' };
/** Stands in where it only matters whether anything can be read at all. */
const NOBODY: Identity = { type: 'account', id: '' };

interface ScopedEntry {
  localization_scope: 'all' | 'localized' | 'not_localized' | null;
  locale: string | null;
}

function isGranted(
  positive: readonly ScopedEntry[],
  negative: readonly ScopedEntry[],
  touched: TouchedContent,
): boolean {
  const parts = partsOf(touched);
  if (parts.length === 0) return positive.length > 0 && !negative.some(coversEverything);
  return parts.every(
    (part) =>
      positive.some((entry) => coversPart(entry, part)) && !negative.some((entry) => coversPart(entry, part)),
  );
}

/** `null` stands for the content outside of locales. */
type Part = { locale: string | null };

function partsOf(touched: TouchedContent): Part[] {
  const parts: Part[] = (touched.locales ?? []).map((locale) => ({ locale }));
  if (touched.nonLocalized) parts.push({ locale: null });
  return parts;
}

function coversPart(entry: ScopedEntry, part: Part): boolean {
  if (coversEverything(entry)) return true;
  if (entry.localization_scope === 'not_localized') return part.locale === null;
  return part.locale !== null && part.locale === entry.locale;
}

function coversEverything(entry: ScopedEntry): boolean {
  return entry.localization_scope === null || entry.localization_scope === 'all';
}

function concernsItem(entry: ItemTypePermission, question: ItemQuestion, permissions: Permissions): boolean {
  const creator = question.item?.creator ?? question.identity;
  return (
    coversAction(entry.action, question.action) &&
    concernsModel(entry, question.itemType) &&
    isMadeBy(entry.on_creator, creator, permissions, question.identity) &&
    (entry.on_stage === null || entry.on_stage === (question.item?.stage ?? null)) &&
    (question.action !== 'move_to_stage' || entry.to_stage === null || entry.to_stage === question.toStage)
  );
}

function concernsUpload(
  entry: UploadPermission,
  question: UploadQuestion,
  permissions: Permissions,
): boolean {
  const creator = question.creator ?? question.identity;
  const isInside = (collection: string | null, path: readonly string[] = []) =>
    collection === null || path.includes(collection);
  return (
    coversAction(entry.action, question.action) &&
    isMadeBy(entry.on_creator, creator, permissions, question.identity) &&
    isInside(entry.upload_collection, question.collections) &&
    (question.action !== 'move' || isInside(entry.move_to_upload_collection, question.toCollections))
  );
}

function coversAction(granted: string, asked: string): boolean {
  return granted === 'all' || granted === asked;
}

function concernsModel(entry: ItemTypePermission, itemType: Pick<ItemType, 'id' | 'workflowId'>): boolean {
  return (
    (entry.item_type === null || entry.item_type === itemType.id) &&
    (entry.workflow === null || entry.workflow === itemType.workflowId)
  );
}

type CreatorRule = 'anyone' | 'self' | 'role' | null;

function isMadeBy(
  rule: CreatorRule,
  creator: Identity,
  permissions: Permissions,
  identity: Identity,
): boolean {
  if (rule === null || rule === 'anyone' || isSame(creator, identity)) return true;
  return rule === 'role' && permissions.sharesRole.some((other) => isSame(other, creator));
}

function isSame(one: Identity, other: Identity): boolean {
  return one.type === other.type && one.id === other.id;
}

function creatorIs(
  entry: { on_creator: CreatorRule },
  permissions: Permissions,
  identity: Identity,
): Condition {
  if (entry.on_creator === null || entry.on_creator === 'anyone') return ALWAYS;
  const creators = entry.on_creator === 'role' ? [identity, ...permissions.sharesRole] : [identity];
  const values = [...new Set(creators.map(({ type, id }) => `${type}:${id}`))];
  return { kind: 'in', operand: { kind: 'meta', name: 'creator' }, values };
}

function stageIs(stage: string | null): Condition {
  if (stage === null) return ALWAYS;
  return { kind: 'compare', operand: { kind: 'meta', name: 'stage' }, operator: 'eq', value: stage };
}

function allOf(conditions: readonly Condition[]): Condition {
  const [first, ...others] = conditions.filter(({ kind }) => kind !== 'always');
  if (!first) return ALWAYS;
  return others.length === 0 ? first : { kind: 'and', conditions: [first, ...others] };
}

function anyOf(conditions: readonly Condition[]): Condition {
  const [first, ...others] = conditions;
  if (!first) return NEVER;
  if (conditions.some(({ kind }) => kind === 'always')) return ALWAYS;
  return others.length === 0 ? first : { kind: 'or', conditions: [first, ...others] };
}

function allBut(granted: Condition, denied: Condition): Condition {
  if (denied.kind === 'never') return granted;
  if (denied.kind === 'always' || granted.kind === 'never') return NEVER;
  const notDenied: Condition = { kind: 'not', condition: denied };
  return granted.kind === 'always' ? notDenied : { kind: 'and', conditions: [granted, notDenied] };
}
