import type { FieldRegistry } from '@recto/content/field-type';
import type { FieldTypeName, ValidatorName } from '@recto/content/field-type-names';
import { isEntityId } from '@recto/content/id';
import { isJsonObject, type JsonObject } from '@recto/content/json';
import type { Problem } from '@recto/content/problem';
import type { Field, FieldAddon, FieldAppearance } from '@recto/content/schema/field';
import type { FieldRooms } from '@recto/content/schema/field-rules';

type Report = (problem: Problem) => void;

/** Bytes of the settings of a plugin in one field. */
const LARGEST_PLUGIN_PARAMETERS = 10_240;

/** Reads a field's settings by what the rooms of types, validators and editors declare. */
export function buildFieldRooms(registry: FieldRegistry): FieldRooms {
  return {
    registry,
    readValidators: (fieldType, input, report) => readValidators(registry, fieldType, input, report),
    readAppearance: (fieldType, input, report) => readAppearance(registry, fieldType, input, report),
  };
}

function readValidators(
  registry: FieldRegistry,
  fieldType: FieldTypeName,
  input: JsonObject,
  report: Report,
): Field['validators'] {
  const { required, optional } = registry.types[fieldType].validators;
  for (const name of required) if (!(name in input)) report({ code: 'VALIDATION_REQUIRED', path: [name] });
  const known = new Set<string>([...required, ...optional]);
  const read = Object.entries(input).map(([name, parameters]) => {
    if (!known.has(name) || !isJsonObject(parameters)) {
      report({ code: 'VALIDATION_INVALID', path: [name] });
      return [name, {}];
    }
    const { parameters: readParameters } = registry.validators[name as ValidatorName];
    const within = (problem: Problem) => report({ ...problem, path: [name, ...problem.path] });
    return [name, readParameters(parameters as JsonObject, within)];
  });
  return Object.fromEntries(read);
}

/** Keys nobody knows are dropped: generated migrations send some that the service itself once made. */
function readAppearance(
  registry: FieldRegistry,
  fieldType: FieldTypeName,
  input: JsonObject,
  report: Report,
): FieldAppearance {
  const editor = String(input.editor);
  const parameters = isJsonObject(input.parameters) ? (input.parameters as JsonObject) : {};
  const addons = Array.isArray(input.addons) ? input.addons : [];
  return {
    editor,
    parameters: readEditorParameters(registry, fieldType, editor, parameters, report),
    addons: addons.map((addon) => readAddon(addon as JsonObject, report)),
    ...fieldExtension(input),
  };
}

function readEditorParameters(
  registry: FieldRegistry,
  fieldType: FieldTypeName,
  editor: string,
  parameters: JsonObject,
  report: Report,
): JsonObject {
  const { editors } = registry.types[fieldType];
  if (Object.hasOwn(editors, editor)) return editors[editor]?.parameters(parameters, report) ?? {};
  if (!isEntityId(editor)) report({ code: 'VALIDATION_INVALID', path: ['editor'] });
  return readPluginParameters(parameters, report);
}

function readAddon(addon: JsonObject, report: Report): FieldAddon {
  const id = String(addon.id);
  if (!isEntityId(id)) report({ code: 'VALIDATION_INVALID', path: ['addons'], details: { id } });
  const parameters = isJsonObject(addon.parameters) ? (addon.parameters as JsonObject) : {};
  return { id, parameters: readPluginParameters(parameters, report), ...fieldExtension(addon) };
}

function readPluginParameters(parameters: JsonObject, report: Report): JsonObject {
  if (Buffer.byteLength(JSON.stringify(parameters)) > LARGEST_PLUGIN_PARAMETERS) {
    report({
      code: 'VALIDATION_INVALID',
      path: ['parameters'],
      details: { max_bytes: LARGEST_PLUGIN_PARAMETERS },
    });
  }
  return parameters;
}

function fieldExtension(input: JsonObject): { field_extension?: string } {
  return typeof input.field_extension === 'string' ? { field_extension: input.field_extension } : {};
}
