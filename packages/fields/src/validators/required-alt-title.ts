import type { UploadFacts } from '@recto/content/facts';
import type { Validator } from '@recto/content/field-type';
import { isJsonObject, type Json } from '@recto/content/json';
import { readSettings, requireOneOf } from '../settings/setting.ts';
import { flag } from '../settings/simple-settings.ts';
import { askForUploads, uploadsOf } from './asset-rules.ts';

const TEXTS = ['title', 'alt'] as const;
type RequiredTexts = { title?: boolean; alt?: boolean };

/** Each asset has the text: its own in this field, or the upload's default for the locale. */
export const requiredAltTitle: Validator<RequiredTexts> = {
  name: 'required_alt_title',
  parameters(input, report) {
    const read: RequiredTexts = readSettings(input, { title: flag, alt: flag }, [], report);
    requireOneOf(read, TEXTS, [], report);
    return read;
  },
  needs: (value, _parameters, { type }) => askForUploads(value, type),
  check(value, parameters, { type, path, facts, locale, report }) {
    for (const { id, path: place = [] } of uploadsOf(value, type)) {
      const own = place.reduce<Json>((part, key) => (part as Record<string, Json>)[key] ?? null, value);
      const missing = TEXTS.filter(
        (text) => parameters[text] && !hasText(text, own, facts.upload(id), locale),
      );
      for (const text of missing) {
        report({
          code: 'VALIDATION_REQUIRED_ALT_TITLE',
          path: [...path, ...place, text],
          details: { upload_id: id },
        });
      }
    }
  },
};

function hasText(text: string, own: Json, upload: UploadFacts | undefined, locale: string | null): boolean {
  if (isPresent(isJsonObject(own) ? own[text] : undefined)) return true;
  const defaults = Object.entries(upload?.defaultFieldMetadata ?? {});
  // A field that is not localized shows in every locale: the default of any of them will do.
  return defaults.some(
    ([of, metadata]) =>
      (locale === null || of === locale) && isJsonObject(metadata) && isPresent(metadata[text]),
  );
}

function isPresent(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '';
}
