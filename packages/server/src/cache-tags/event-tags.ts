import { isJsonObject } from '@recto/content/json';
import { environmentTag, primaryTag, uploadsTag, uploadTag } from './content-tags.ts';

/** A row of the outbox. */
export interface StoredEvent {
  site_id: string;
  /** Null: it is about the project as a whole. */
  environment_id: string | null;
  entity_type: string;
  event_type: string;
  entity_id: string;
  details: unknown;
}

/** The tags that an event invalidates. A record's event tells them itself; one that does not may concern anything. */
export function eventTags(event: StoredEvent): string[] {
  const told = isJsonObject(event.details) ? event.details.cache_tags : undefined;
  if (!Array.isArray(told)) return tagsByKind(event);
  return event.entity_type === 'item' ? told.map(String) : [...told.map(String), ...tagsByKind(event)];
}

function tagsByKind(event: StoredEvent): string[] {
  const { site_id: siteId, environment_id: environmentId } = event;
  if (environmentId === null) return [];
  switch (event.entity_type) {
    case 'upload':
      return [uploadTag(environmentId, event.entity_id), uploadsTag(environmentId)];
    case 'environment':
      // A rename shows in the addresses of the editor; a promotion in everything that names no environment.
      return [environmentTag(environmentId), primaryTag(siteId)];
    case 'maintenance_mode':
      return [];
    default:
      return [environmentTag(environmentId)];
  }
}
