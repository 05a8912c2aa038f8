import type { Condition, Ordering } from '@recto/content/condition';
import type { FieldRegistry } from '@recto/content/field-type';
import type { Block, Item } from '@recto/content/item/item';
import type { Permissions } from '@recto/content/permissions/permissions';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Schema } from '@recto/content/schema/schema';
import type { Environment, Site } from '#http/context.ts';
import type { Maybe } from './when-there.ts';

/** Locales in force at a point of the query: the root's arguments, handed down to the whole subtree. */
export interface LocaleScope {
  locale: string;
  fallbackLocales: readonly string[];
}

/** What resolvers of record and block types stand on. A block shares the meta of its record. */
export interface RecordSource {
  itemType: ItemType;
  id: string;
  /** The document of the version being read, by field id; for a block its own values. */
  values: Block['values'];
  /** The record itself, or the record the block lives in. */
  item: Item;
  scope: LocaleScope;
  /** Of a block: the path to where it stands in its record. */
  path?: string;
}

export interface UploadSource {
  upload: Upload;
  /** What the record's field says over the upload's defaults; null for `allUploads`. */
  override: {
    alt: string | null;
    title: string | null;
    custom_data: object;
    focal_point: object | null;
  } | null;
  scope: LocaleScope;
  /** Where its texts are edited, for those that carry it. */
  editedAt?: string | null;
}

/** An upload as delivery reads it (columns of the row in camelCase). */
export interface Upload {
  id: string;
  path: string;
  basename: string;
  filename: string;
  format: string | null;
  mimeType: string | null;
  size: number;
  width: number | null;
  height: number | null;
  md5: string;
  isImage: boolean;
  author: string | null;
  copyright: string | null;
  notes: string | null;
  tags: string[];
  smartTags: string[];
  defaultFieldMetadata: Record<
    string,
    { alt: string | null; title: string | null; custom_data: object; focal_point: object | null }
  >;
  blurhash: string | null;
  thumbhash: string | null;
  colors: { red: number; green: number; blue: number; alpha: number }[];
  exifInfo: Record<string, string | number>;
  createdAt: string;
  updatedAt: string;
}

export interface ListQuery {
  itemTypeId: string;
  condition: Condition | null;
  order: readonly Ordering[];
  first: number;
  skip: number;
  scope: LocaleScope;
}

/** One request's view of the content: everything a resolver may ask for. Loads of one tick are batched into one
 *  statement each; the version (published or current) and the caller's rights are settled inside. */
export interface DeliveryContext {
  site: Site;
  environment: Environment;
  schema: Schema;
  registry: FieldRegistry;
  permissions: Permissions;
  version: 'published' | 'current';
  /** From `X-Base-Editing-Url`, else null. */
  baseEditingUrl: string | null;
  /** Whether texts carry, unseen, where they are edited. */
  contentLink: boolean;
  /** Origin (no trailing slash) that asset URLs begin with. */
  assetsUrl: string;
  listItems(query: ListQuery): Promise<RecordSource[]>;
  countItems(query: Pick<ListQuery, 'itemTypeId' | 'condition' | 'scope'>): Promise<number>;
  /** By id, in the order asked; what is absent or not visible is undefined. */
  loadItem(id: string, scope: LocaleScope): Maybe<RecordSource | undefined>;
  loadItems(ids: readonly string[], scope: LocaleScope): Maybe<RecordSource[]>;
  loadChildren(parentId: string, scope: LocaleScope): Promise<RecordSource[]>;
  loadUpload(id: string): Maybe<Upload | undefined>;
  listUploads(query: Omit<ListQuery, 'itemTypeId' | 'scope'> & { locale: string }): Promise<Upload[]>;
  countUploads(query: { condition: Condition | null; locale: string }): Promise<number>;
  /** Whether the models became others meanwhile, so that values were read which they do not describe. */
  hasLeftSchema(run: { hasFailed: boolean }): Promise<boolean>;
}
