import { type Item, statusOf } from '@recto/content/item/item';
import { isJsonObject } from '@recto/content/json';
import { writeDateTime } from '@recto/fields/date-time/iso-date-time';
import type { DeliveryContext, RecordSource } from '../delivery-context.ts';

type Moment = { [Key in keyof Item]: Key extends `${string}At` ? Key : never }[keyof Item];

/** A date of the record as the wall clock of the project shows it. */
export function recordMoment(key: Moment): (record: RecordSource, context: DeliveryContext) => string | null {
  return ({ item }, { schema: { settings } }) => {
    const stored = item[key];
    return stored === null ? null : writeDateTime(stored, settings.timeZone, settings.millisecondsInDatetime);
  };
}

/** Of the version being read. A block is as valid as its record. */
export function isValid({ item }: RecordSource, { version }: DeliveryContext): boolean {
  return version === 'published' ? item.isPublishedValid === true : item.isCurrentValid;
}

export const recordStatus = statusOf;

/** The locales that the record, or the block, has in the version being read; in the order of the project. */
export function localesOf({ itemType, values }: RecordSource, { schema }: DeliveryContext): string[] {
  const present = new Set<string>();
  for (const field of schema.fieldsOf(itemType.id)) {
    const value = field.localized ? values[field.id] : null;
    if (isJsonObject(value)) for (const locale of Object.keys(value)) present.add(locale);
  }
  return schema.settings.locales.filter((locale) => present.has(locale));
}
