import type { MetaName } from '@recto/content/condition';
import { encodeTag } from './encode-tag.ts';

/** The content that an answer was read from: published, or with drafts. */
export interface ReadVersion {
  environmentId: string;
  version: 'published' | 'current';
}

/** What an answer can depend on, and a change can touch. Both sides name it here and nowhere else. */

/** The models, the settings of the project, and whatever nobody described more closely. */
export function environmentTag(environmentId: string): string {
  return encodeTag(`${environmentId} environment`);
}

/** Which environment of the project is the primary one. */
export function primaryTag(siteId: string): string {
  return encodeTag(`${siteId} primary`);
}

/** All records of a version, in the place of too many tags. */
export function contentTag({ environmentId, version }: ReadVersion): string {
  return encodeTag(`${environmentId} ${version} content`);
}

/** One record: what it says in this version. */
export function recordTag(place: ReadVersion, id: string): string {
  return about(place, 'record', id);
}

/** What any record of a model says: in the place of too many tags of records. */
export function anyRecordTag(place: ReadVersion, itemTypeId: string): string {
  return about(place, 'any', itemTypeId);
}

/** Which records a model has. */
export function membersTag(place: ReadVersion, itemTypeId: string): string {
  return about(place, 'members', itemTypeId);
}

/** A field of all records of a model: what filters and orders look at. */
export function fieldTag(place: ReadVersion, fieldId: string): string {
  return about(place, 'field', fieldId);
}

export function metaTag(place: ReadVersion, itemTypeId: string, name: MetaName): string {
  return about(place, `meta ${name}`, itemTypeId);
}

/** Which records hold this value in a field. */
export function valueTag(place: ReadVersion, fieldId: string, value: string): string {
  return about(place, `value ${fieldId}`, value);
}

/** Which records point at this one. */
export function referrersTag(place: ReadVersion, itemId: string): string {
  return about(place, 'referrers', itemId);
}

/** Which records stand below this one, and in what order. */
export function childrenTag(place: ReadVersion, itemId: string): string {
  return about(place, 'children', itemId);
}

export function uploadTag(environmentId: string, id: string): string {
  return encodeTag(`${environmentId} upload ${id}`);
}

/** All assets. */
export function uploadsTag(environmentId: string): string {
  return encodeTag(`${environmentId} uploads`);
}

/** Which assets are shown by a record. */
export function usedUploadsTag(environmentId: string): string {
  return encodeTag(`${environmentId} used uploads`);
}

function about({ environmentId, version }: ReadVersion, what: string, which: string): string {
  return encodeTag(`${environmentId} ${version} ${what} ${which}`);
}
