import type { Json } from '../json.ts';

/** Values by field id (never by API key: a rename rewrites nothing). A localized field holds
 *  `{ [locale]: value }`, any other the bare value. */
export type Document = { [fieldId: string]: Json };

/** A block as it rests inside its record's document. A type alias, so that it is assignable to `Json`. */
export type Block = { id: string; itemTypeId: string; values: Document };

export type CreatorType = 'account' | 'access_token' | 'user' | 'sso_user' | 'organization';
export interface Identity {
  type: CreatorType;
  id: string;
}

export type ItemStatus = 'draft' | 'updated' | 'published';

/** A record with its two documents. Dates are ISO 8601 in UTC with milliseconds. */
export interface Item {
  id: string;
  itemTypeId: string;
  current: Document;
  currentVersionId: string;
  isCurrentValid: boolean;
  published: Document | null;
  publishedVersionId: string | null;
  isPublishedValid: boolean | null;
  creator: Identity;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  firstPublishedAt: string | null;
  publicationScheduledAt: string | null;
  unpublishingScheduledAt: string | null;
  /** 1-based among siblings; null unless the model is sortable or a tree. */
  position: number | null;
  parentId: string | null;
  stage: string | null;
}

export function statusOf(item: Pick<Item, 'currentVersionId' | 'publishedVersionId'>): ItemStatus {
  if (item.publishedVersionId === null) return 'draft';
  return item.publishedVersionId === item.currentVersionId ? 'published' : 'updated';
}
