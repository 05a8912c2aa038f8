import type { Validator } from '@recto/content/field-type';
import { readSettings, required } from '../settings/setting.ts';
import { entityId } from '../settings/simple-settings.ts';

type SlugTitleField = { title_field_id: string };

/** Names the field whose text the editor turns into a slug. Any value passes: the API stores what it is given. */
export const slugTitleField: Validator<SlugTitleField> = {
  name: 'slug_title_field',
  parameters: (input, report) =>
    readSettings(input, { title_field_id: required(entityId) }, [], report) as SlugTitleField,
  check() {},
};
