import type { CreatorType, Document, Item } from '@recto/content/item/item';
import { sql } from 'kysely';

/** What delivery reads of a record: its metas and the one document that is asked for. */
export interface DeliveredColumns {
  id: string;
  item_type_id: string;
  document: Document;
  current_version_id: string;
  is_current_valid: boolean;
  published_version_id: string | null;
  is_published_valid: boolean | null;
  creator_type: string;
  creator_id: string;
  created_at: Date;
  updated_at: Date;
  published_at: Date | null;
  first_published_at: Date | null;
  publication_scheduled_at: Date | null;
  unpublishing_scheduled_at: Date | null;
  position: number | null;
  parent_id: string | null;
  stage: string | null;
}

export function deliveredColumns(version: 'current' | 'published') {
  const document = version === 'published' ? sql`i.published` : sql`i.current`;
  return sql`i.id, i.item_type_id, ${document} as document, i.current_version_id, i.is_current_valid,
    i.published_version_id, i.is_published_valid, i.creator_type, i.creator_id, i.created_at, i.updated_at,
    i.published_at, i.first_published_at, i.publication_scheduled_at, i.unpublishing_scheduled_at, i.position,
    i.parent_id, i.stage`;
}

/** The record with the document that was read in the place of both: the other one is not looked at. */
export function deliveredItem(row: DeliveredColumns): Item {
  return {
    id: row.id,
    itemTypeId: row.item_type_id,
    current: row.document,
    currentVersionId: row.current_version_id,
    isCurrentValid: row.is_current_valid,
    published: row.published_version_id === null ? null : row.document,
    publishedVersionId: row.published_version_id,
    isPublishedValid: row.is_published_valid,
    creator: { type: row.creator_type as CreatorType, id: row.creator_id },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    publishedAt: isoOf(row.published_at),
    firstPublishedAt: isoOf(row.first_published_at),
    publicationScheduledAt: isoOf(row.publication_scheduled_at),
    unpublishingScheduledAt: isoOf(row.unpublishing_scheduled_at),
    position: row.position,
    parentId: row.parent_id,
    stage: row.stage,
  };
}

function isoOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
