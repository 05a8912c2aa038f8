import type { FieldRegistry } from '../field-type.ts';
import type { FieldTypeName } from '../field-type-names.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { ErrorReason } from '../refusal.ts';
import { checkFieldApiKey } from './api-key.ts';
import type { Field, FieldAppearance } from './field.ts';
import { invalidField } from './invalid-field.ts';
import type { EnvironmentSettings, Schema } from './schema.ts';

type Report = (problem: Problem) => void;

/** The rooms of the field types, and how settings are read by them. Handed in by the server. */
export interface FieldRooms {
  registry: FieldRegistry;
  readValidators(fieldType: FieldTypeName, input: JsonObject, report: Report): Field['validators'];
  /** Nothing given: the default editor of the type. */
  readAppearance(fieldType: FieldTypeName, input: JsonObject | undefined, report: Report): FieldAppearance;
  readDefaultValue(field: Field, settings: EnvironmentSettings, input: Json, report: Report): Json;
}

/** Field types whose delivered text may carry invisible links back to the editor. */
const WITH_CONTENT_LINK: readonly FieldTypeName[] = ['string', 'text', 'structured_text'];

/** What has to hold for a field in its schema, whichever way it got there. */
export function checkField(field: Field, schema: Schema, rooms: FieldRooms): ErrorReason[] {
  const type = rooms.registry.types[field.fieldType];
  const reasons = [...checkNames(field, schema), ...checkItemTypes(field, schema, rooms.registry)];
  if (field.localized && schema.itemTypes.get(field.itemTypeId)?.modularBlock) {
    reasons.push(invalidField('Field', 'localized', 'VALIDATION_INVALID'));
  }
  if (field.deepFilteringEnabled && !type.mapBlocks) {
    reasons.push(invalidField('Field', 'deep_filtering_enabled', 'VALIDATION_INVALID'));
  }
  if (!field.contentLinkEnabled && !WITH_CONTENT_LINK.includes(field.fieldType)) {
    reasons.push(invalidField('Field', 'content_link_enabled', 'VALIDATION_INVALID'));
  }
  if (field.fieldsetId !== null && !isFieldsetOf(field, schema)) {
    reasons.push(invalidField('Field', 'fieldset', 'VALIDATION_INVALID'));
  }
  return reasons;
}

function checkNames(field: Field, schema: Schema): ErrorReason[] {
  const reasons: ErrorReason[] = [];
  const others = schema.fieldsOf(field.itemTypeId).filter((other) => other.id !== field.id);
  if (field.label.trim() === '') reasons.push(invalidField('Field', 'label', 'VALIDATION_REQUIRED'));
  const group = others.filter((other) => other.fieldsetId === field.fieldsetId);
  if (group.some((other) => other.label === field.label)) {
    reasons.push(invalidField('Field', 'label', 'VALIDATION_UNIQUENESS'));
  }
  const problem = checkFieldApiKey(
    field.apiKey,
    others.map((other) => other.apiKey),
  );
  if (problem) reasons.push(invalidField('Field', 'api_key', problem));
  return reasons;
}

function isFieldsetOf(field: Field, schema: Schema): boolean {
  return schema.fieldsetsOf(field.itemTypeId).some((fieldset) => fieldset.id === field.fieldsetId);
}

/** Rules may only name what exists, models for links and block models for blocks. */
function checkItemTypes(field: Field, schema: Schema, registry: FieldRegistry): ErrorReason[] {
  return Object.entries(field.validators).flatMap(([name, parameters]) => {
    const admitted = registry.validators[name as keyof Field['validators']]?.itemTypes?.(parameters);
    const wrong = (admitted?.ids ?? []).filter((id) => {
      const itemType = schema.itemTypes.get(id);
      return !itemType || itemType.modularBlock !== (admitted?.kind === 'block');
    });
    if (wrong.length > 0) {
      return [
        invalidField('Field', 'validators', 'VALIDATION_INVALID', { validator: name, item_types: wrong }),
      ];
    }
    return checkSlugSource(field, name, parameters, schema);
  });
}

/** A slug is made from a single-line text of the same model. */
function checkSlugSource(field: Field, name: string, parameters: JsonObject, schema: Schema): ErrorReason[] {
  if (name !== 'slug_title_field') return [];
  const source = schema.fields.get(String(parameters.title_field_id));
  if (source?.itemTypeId === field.itemTypeId && isSlugSource(source.fieldType)) return [];
  return [invalidField('Field', 'validators', 'VALIDATION_INVALID', { validator: name })];
}

export function isSlugSource(fieldType: FieldTypeName): boolean {
  return fieldType === 'string';
}

/** Fields that make their slug from this one. */
export function slugFieldsFrom(fieldId: string, schema: Schema): Field[] {
  return [...schema.fields.values()].filter(
    (field) => field.validators.slug_title_field?.title_field_id === fieldId,
  );
}
