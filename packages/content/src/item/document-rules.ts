import type { FieldRegistry, Validator } from '../field-type.ts';
import type { ValidatorName } from '../field-type-names.ts';
import type { JsonObject } from '../json.ts';
import type { Field } from '../schema/field.ts';
import type { Schema } from '../schema/schema.ts';

/** What a document is read, checked and shown by. */
export interface DocumentRules {
  schema: Schema;
  registry: FieldRegistry;
  /** Where the operator decided otherwise than the published limits. */
  settings?: { maxRecordBytes?: number };
}

/** A validator of a field with its settings read. */
export interface FieldRule {
  validator: Validator;
  parameters: JsonObject;
}

const rulesByRegistry = new WeakMap<FieldRegistry, WeakMap<Field, readonly FieldRule[]>>();

/** The rules of a field, settings with their defaults filled in. Read once for each field of a schema. */
export function rulesOf(field: Field, registry: FieldRegistry): readonly FieldRule[] {
  const rulesByField = rulesByRegistry.get(registry) ?? new WeakMap<Field, readonly FieldRule[]>();
  rulesByRegistry.set(registry, rulesByField);
  const known = rulesByField.get(field);
  if (known) return known;
  const rules = Object.entries(field.validators).map(([name, settings]) => {
    const validator = registry.validators[name as ValidatorName];
    return { validator, parameters: validator.parameters(settings ?? {}, ignoreProblem) };
  });
  rulesByField.set(field, rules);
  return rules;
}

/** Settings were checked when the field was saved. */
function ignoreProblem(): void {}
