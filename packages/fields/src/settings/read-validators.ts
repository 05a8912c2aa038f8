import type { FieldRegistry } from '@recto/content/field-type';
import type { FieldTypeName, ValidatorName } from '@recto/content/field-type-names';
import { isJsonObject, type JsonObject } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import { type Report, rejectSetting } from './setting.ts';

/** The rules of a field; everything wrong with them is reported, paths begin at the name of a rule. */
export function readValidators(
  registry: FieldRegistry,
  fieldType: FieldTypeName,
  input: JsonObject,
  report: Report,
): Field['validators'] {
  const { required, optional } = registry.types[fieldType].validators;
  for (const name of required.filter((rule) => input[rule] === undefined)) {
    report({ code: 'VALIDATION_REQUIRED', path: [name], details: { message: 'is missing' } });
  }
  const rules: Field['validators'] = {};
  for (const [key, parameters] of Object.entries(input)) {
    const name = [...required, ...optional].find((allowed) => allowed === key);
    const rule = name && readRule(registry, name, parameters, report);
    if (name && rule) rules[name] = rule;
    if (!name) rejectSetting('is not permitted for fields of this type', [key], report);
  }
  return rules;
}

/** Undefined: reported as wrong, and nobody else needs to look at it. */
function readRule(
  registry: FieldRegistry,
  name: ValidatorName,
  parameters: unknown,
  report: Report,
): JsonObject | undefined {
  if (!isJsonObject(parameters)) {
    rejectSetting('must be an object', [name], report);
    return undefined;
  }
  let sound = true;
  const rule = registry.validators[name].parameters(parameters as JsonObject, (problem) => {
    sound = false;
    report({ ...problem, path: [name, ...problem.path] });
  });
  return sound ? rule : undefined;
}
