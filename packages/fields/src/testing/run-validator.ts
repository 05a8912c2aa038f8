import type { Facts, ItemFacts, UploadFacts } from '@recto/content/facts';
import type { FieldTypeName, ValidatorName } from '@recto/content/field-type-names';
import type { Json, JsonObject } from '@recto/content/json';
import type { Problem } from '@recto/content/problem';
import { fieldRegistry } from '../registry.ts';
import { buildField } from './contexts.ts';

/** Says what a rule has against its settings. */
export function readParameters(
  name: ValidatorName,
  input: JsonObject,
): { read: JsonObject; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = fieldRegistry.validators[name].parameters(input, (problem) => problems.push(problem));
  return { read, problems };
}

interface Trial {
  fieldType: FieldTypeName;
  rule: ValidatorName;
  parameters?: JsonObject;
  value: Json;
  facts?: Partial<Facts>;
  locale?: string | null;
}

/** Says what a rule has against a stored value. */
export function runValidator({
  fieldType,
  rule,
  parameters = {},
  value,
  facts = {},
  locale = null,
}: Trial): Problem[] {
  const problems: Problem[] = [];
  const validator = fieldRegistry.validators[rule];
  validator.check(value, readParameters(rule, parameters).read, {
    field: buildField(fieldType),
    type: fieldRegistry.types[fieldType],
    path: ['field'],
    facts: { ...NO_FACTS, ...facts },
    locale,
    report: (problem) => problems.push(problem),
  });
  return problems;
}

const NO_FACTS: Facts = { item: () => undefined, upload: () => undefined, isTaken: () => false };

export function buildUpload(overrides: Partial<UploadFacts> = {}): UploadFacts {
  return {
    id: '1',
    size: 1_000,
    width: 1_600,
    height: 900,
    format: 'jpg',
    mimeType: 'image/jpeg',
    isImage: true,
    defaultFieldMetadata: {},
    ...overrides,
  };
}

/** Facts about one upload, whatever its id. */
export function aboutUpload(overrides: Partial<UploadFacts> = {}): Partial<Facts> {
  return { upload: (id) => buildUpload({ ...overrides, id }) };
}

/** Facts that put every record into one model. */
export function aboutItems(itemTypeId: string): Partial<Facts> {
  return { item: (id): ItemFacts => ({ id, itemTypeId, isPublished: true }) };
}

export function buildAsset(overrides: JsonObject = {}): JsonObject {
  return {
    upload_id: '1',
    alt: null,
    title: null,
    custom_data: {},
    focal_point: null,
    poster_time: null,
    ...overrides,
  };
}
