import type { EditorDeclaration } from '@recto/content/field-type';
import { readSettings, type Settings } from './setting.ts';

/** A built-in editor with the parameters it takes. */
export function editor(settings: Settings): EditorDeclaration {
  return { parameters: (input, report) => readSettings(input, settings, ['parameters'], report) };
}

export const withoutParameters: EditorDeclaration = editor({});
