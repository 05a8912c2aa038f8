import type { JsonObject } from './json.ts';

export type EventEntityType =
  | 'item'
  | 'item_type'
  | 'upload'
  | 'environment'
  | 'maintenance_mode'
  | 'site'
  | 'role'
  | 'access_token';
export type EventType = 'create' | 'update' | 'delete' | 'publish' | 'unpublish' | 'promote' | 'change';

/** Something that happened, recorded in the transaction that made it happen. Webhooks, real-time updates and
 *  cache tags read these; nobody is called by name. */
export interface DomainEvent {
  entityType: EventEntityType;
  eventType: EventType;
  entityId: string;
  /** What readers need to know without loading the entity again (for an item: its `itemTypeId`). */
  details: JsonObject;
}
