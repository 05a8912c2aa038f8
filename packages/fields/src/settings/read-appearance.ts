import type { FieldType } from '@recto/content/field-type';
import { isEntityId } from '@recto/content/id';
import { isJsonObject, type JsonObject } from '@recto/content/json';
import type { Path } from '@recto/content/problem';
import type { FieldAddon, FieldAppearance } from '@recto/content/schema/field';
import { whatIsWrongWithText } from '../reading/storable-text.ts';
import { type Report, rejectSetting } from './setting.ts';

/** Bytes of a plugin's settings for one field, as documented. */
const MOST_PLUGIN_SETTINGS = 10 * 1024;
const MOST_ADDONS = 50;
const LONGEST_EXTENSION = 1_000;

/** How a field is edited; nothing given means the first editor of the type. Everything wrong is reported, paths
 *  begin at the key of the appearance. Keys that mean nothing are dropped: migrations written by older tools
 *  still send some. */
export function readAppearance(
  type: FieldType,
  input: JsonObject | undefined,
  report: Report,
): FieldAppearance {
  const given = input ?? { editor: Object.keys(type.editors)[0] ?? '' };
  const editor = readEditor(type, given.editor, report);
  return {
    editor,
    parameters: readParameters(type, editor, given.parameters ?? {}, report),
    addons: readAddons(given.addons ?? [], report),
    ...readExtension(given.field_extension, ['field_extension'], report),
  };
}

/** Whether a plugin edits the field, not one of our own editors. */
function isPluginEditor(type: FieldType, editor: string): boolean {
  return !Object.hasOwn(type.editors, editor);
}

function readEditor(type: FieldType, editor: unknown, report: Report): string {
  if (typeof editor === 'string' && (Object.hasOwn(type.editors, editor) || isEntityId(editor)))
    return editor;
  const names = Object.keys(type.editors).join(', ');
  rejectSetting(`must be one of ${names}, or the ID of a plugin`, ['editor'], report);
  return '';
}

function readParameters(type: FieldType, editor: string, input: unknown, report: Report): JsonObject {
  const path = ['parameters'];
  if (isPluginEditor(type, editor)) return readPluginParameters(input, path, report);
  if (!isJsonObject(input)) {
    rejectSetting('must be an object', path, report);
    return {};
  }
  return type.editors[editor]?.parameters(input as JsonObject, report) ?? {};
}

function readPluginParameters(input: unknown, path: Path, report: Report): JsonObject {
  if (!isJsonObject(input)) {
    rejectSetting('must be an object', path, report);
    return {};
  }
  const text = JSON.stringify(input);
  if (new TextEncoder().encode(text).length > MOST_PLUGIN_SETTINGS) {
    rejectSetting(`must not be larger than ${MOST_PLUGIN_SETTINGS} bytes`, path, report);
  } else if (hasUnstorableText(text)) {
    rejectSetting('must not contain NUL characters or lone surrogates', path, report);
  }
  return input as JsonObject;
}

/** JSON writes both as escapes: NUL and the halves of surrogate pairs. */
function hasUnstorableText(json: string): boolean {
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(json);
}

function readAddons(input: unknown, report: Report): FieldAddon[] {
  const path = ['addons'];
  if (!Array.isArray(input) || input.length > MOST_ADDONS) {
    rejectSetting(`must be an array of at most ${MOST_ADDONS} add-ons`, path, report);
    return [];
  }
  return input.map((addon: unknown, index) => readAddon(addon, [...path, index], report));
}

function readAddon(input: unknown, path: Path, report: Report): FieldAddon {
  const given = isJsonObject(input) ? input : {};
  if (!isEntityId(given.id)) rejectSetting('must be the ID of a plugin', [...path, 'id'], report);
  return {
    id: String(given.id),
    parameters: readPluginParameters(given.parameters ?? {}, [...path, 'parameters'], report),
    ...readExtension(given.field_extension, [...path, 'field_extension'], report),
  };
}

function readExtension(input: unknown, path: Path, report: Report): { field_extension?: string } {
  if (input === undefined || input === null) return {};
  const wrong = whatIsWrongWithText(input, LONGEST_EXTENSION);
  if (wrong !== undefined) rejectSetting(wrong, path, report);
  return { field_extension: String(input) };
}
