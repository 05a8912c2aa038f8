import type { JsonObject } from '../json.ts';
import type { ErrorReason } from '../refusal.ts';

export type RecordType =
  | 'ItemType'
  | 'Field'
  | 'Fieldset'
  | 'Site'
  | 'SsoSettings'
  | 'Upload'
  | 'MenuItem'
  | 'SchemaMenuItem'
  | 'UploadCollection'
  | 'UploadTag'
  | 'UploadFilter'
  | 'ItemTypeFilter'
  | 'Workflow'
  | 'Plugin'
  | 'ScheduledPublication'
  | 'ScheduledUnpublishing';

/** Something wrong with an attribute of a model, field, fieldset or site. */
export function invalidField(
  recordType: RecordType,
  field: string,
  code: string,
  details: JsonObject = {},
): ErrorReason {
  return { code: 'INVALID_FIELD', details: { ...details, field, code, record_type: recordType } };
}
