import type { DomainEvent, EventType } from '../event.ts';
import type { LoadedFacts } from '../facts.ts';
import type { NewId } from '../id.ts';
import type { DocumentRules } from './document-rules.ts';
import type { Document, Identity, Item } from './item.ts';

/** A document that enters the history of its record. */
export interface NewVersion {
  id: string;
  itemId: string;
  document: Document;
}

/** What a decision does to one record: saved as a whole, together with all others of the decision. */
export interface ItemChange {
  /** Null: it is created. */
  before: Item | null;
  /** Null: it is destroyed. */
  after: Item | null;
  versions: NewVersion[];
  events: DomainEvent[];
}

/** What every decision is made from, besides the records themselves. */
export interface Circumstances extends DocumentRules {
  facts: LoadedFacts;
  /** ISO 8601 in UTC. */
  now: string;
  newId: NewId;
  identity: Identity;
}

export function itemEvent(eventType: EventType, item: Item): DomainEvent {
  return { entityType: 'item', eventType, entityId: item.id, details: { itemTypeId: item.itemTypeId } };
}

/** Two steps on one record, saved as one. */
export function joinChanges(first: ItemChange, second: ItemChange): ItemChange {
  return {
    before: first.before,
    after: second.after,
    versions: [...first.versions, ...second.versions],
    events: [...first.events, ...second.events],
  };
}
