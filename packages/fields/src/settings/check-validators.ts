import type { FieldType } from '@recto/content/field-type';
import type { ValidatorName } from '@recto/content/field-type-names';
import { isJsonObject, type JsonObject } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import { fieldRegistry } from '../registry.ts';
import { type Report, rejectSetting } from './setting.ts';

/** The rules of a field, with everything wrong about them reported; paths begin at `validators`. */
export function checkValidators(type: FieldType, input: unknown, report: Report): Field['validators'] {
  const given = input ?? {};
  if (!isJsonObject(given)) {
    rejectSetting('must be an object', ['validators'], report);
    return {};
  }
  reportMissingRules(type, given, report);
  const rules: Field['validators'] = {};
  for (const [key, parameters] of Object.entries(given)) {
    const name = namesOf(type).find((allowed) => allowed === key);
    if (name) rules[name] = readRule(name, parameters, report);
    else rejectSetting('is not permitted for fields of this type', ['validators', key], report);
  }
  return rules;
}

function namesOf(type: FieldType): ValidatorName[] {
  return [...type.validators.required, ...type.validators.optional];
}

function reportMissingRules(type: FieldType, given: Record<string, unknown>, report: Report): void {
  for (const name of type.validators.required) {
    if (given[name] !== undefined) continue;
    report({ code: 'VALIDATION_REQUIRED', path: ['validators', name], details: { message: 'is missing' } });
  }
}

function readRule(name: ValidatorName, parameters: unknown, report: Report): JsonObject {
  if (!isJsonObject(parameters)) {
    rejectSetting('must be an object', ['validators', name], report);
    return {};
  }
  return fieldRegistry.validators[name].parameters(parameters as JsonObject, (problem) =>
    report({ ...problem, path: ['validators', name, ...problem.path] }),
  );
}
