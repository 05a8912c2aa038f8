import type { CreatorType, Document, Identity, Item } from '@recto/content/item/item';
import { sql } from 'kysely';
import { documentColumn } from '#api/items/table.ts';

/** What delivery reads of a record: its metas and the one document that is asked for. Moments come as text,
 *  since most queries look at none of them. */
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
  created_at: string;
  updated_at: string;
  published_at: string | null;
  first_published_at: string | null;
  publication_scheduled_at: string | null;
  unpublishing_scheduled_at: string | null;
  position: number | null;
  parent_id: string | null;
  stage: string | null;
}

export function deliveredColumns(version: 'current' | 'published') {
  return sql`i.id, i.item_type_id, ${documentColumn(version)} as document, i.current_version_id, i.is_current_valid,
    i.published_version_id, i.is_published_valid, i.creator_type, i.creator_id, i.created_at::text,
    i.updated_at::text, i.published_at::text, i.first_published_at::text, i.publication_scheduled_at::text,
    i.unpublishing_scheduled_at::text, i.position, i.parent_id, i.stage`;
}

/** A record as delivery reads it: made by the hundred for an answer, and mostly looked at in a few places. */
export class DeliveredItem implements Item {
  readonly #row: DeliveredColumns;

  constructor(row: DeliveredColumns) {
    this.#row = row;
  }

  get id(): string {
    return this.#row.id;
  }
  get itemTypeId(): string {
    return this.#row.item_type_id;
  }
  /** The document that was read stands in the place of both: the other one is not looked at. */
  get current(): Document {
    return this.#row.document;
  }
  get published(): Document | null {
    return this.#row.published_version_id === null ? null : this.#row.document;
  }
  get currentVersionId(): string {
    return this.#row.current_version_id;
  }
  get publishedVersionId(): string | null {
    return this.#row.published_version_id;
  }
  get isCurrentValid(): boolean {
    return this.#row.is_current_valid;
  }
  get isPublishedValid(): boolean | null {
    return this.#row.is_published_valid;
  }
  get creator(): Identity {
    return { type: this.#row.creator_type as CreatorType, id: this.#row.creator_id };
  }
  get createdAt(): string {
    return isoOf(this.#row.created_at);
  }
  get updatedAt(): string {
    return isoOf(this.#row.updated_at);
  }
  get publishedAt(): string | null {
    return isoOrNull(this.#row.published_at);
  }
  get firstPublishedAt(): string | null {
    return isoOrNull(this.#row.first_published_at);
  }
  get publicationScheduledAt(): string | null {
    return isoOrNull(this.#row.publication_scheduled_at);
  }
  get unpublishingScheduledAt(): string | null {
    return isoOrNull(this.#row.unpublishing_scheduled_at);
  }
  get position(): number | null {
    return this.#row.position;
  }
  get parentId(): string | null {
    return this.#row.parent_id;
  }
  get stage(): string | null {
    return this.#row.stage;
  }
}

/** PostgreSQL writes `2026-01-02 03:04:05.678+00`, JavaScript wants minutes in an offset. */
function isoOf(text: string): string {
  return new Date(`${text.slice(0, 10)}T${text.slice(11).replace(/([+-]\d\d)$/, '$1:00')}`).toISOString();
}

function isoOrNull(text: string | null): string | null {
  return text === null ? null : isoOf(text);
}
