import { listOf, objectOf, required } from './setting.ts';
import { shortText } from './simple-settings.ts';

/** What an editor offers to choose from. */
export const choices = required(
  listOf(objectOf({ label: required(shortText), value: required(shortText), hint: shortText })),
);
