import type { Field, Model } from '#project/use-models.ts';
import type { RecordEntity } from './records/use-records.ts';

/** What a person recognizes the record by: the model's title field, or its first short text. */
export function titleOf(record: RecordEntity, model: Model, fields: readonly Field[]): string {
  const chosen = model.title_field?.id ?? model.presentation_title_field?.id;
  const field =
    fields.find(({ id }) => id === chosen) ?? fields.find(({ field_type: type }) => type === 'string');
  const value = field === undefined ? null : record.attributes[field.api_key];
  return textOf(field?.localized ? firstLocale(value) : value) || `#${record.id}`;
}

function firstLocale(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null;
  return Object.values(value).find((candidate) => candidate !== null && candidate !== '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
