import { isEntityId } from '../id.ts';
import type { ErrorReason } from '../refusal.ts';
import { invalidField, type RecordType } from './invalid-field.ts';

/** Callers may choose ids, so that the same schema can be built twice with the same ones. */
export function checkNewId(
  recordType: RecordType,
  id: string | undefined,
  taken: { has(id: string): boolean },
): ErrorReason[] {
  if (id === undefined) return [];
  if (!isEntityId(id)) return [{ code: 'INVALID_ENTITY_ID', details: { id } }];
  return taken.has(id) ? [invalidField(recordType, 'id', 'VALIDATION_UNIQUENESS')] : [];
}
