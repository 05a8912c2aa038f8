import type { Json } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { DeliveryContext, LocaleScope, RecordSource } from '../delivery-context.ts';

/** Where a value stands while it is read. */
export interface ValuePlace {
  record: RecordSource;
  field: Field;
  scope: LocaleScope;
  context: DeliveryContext;
}

/** How a stored value in one locale becomes what the type of the field expects. */
export interface ValueReader {
  /** What a missing value reads as. */
  missing: unknown;
  read(value: NonNullable<Json>, place: ValuePlace, args: Readonly<Record<string, unknown>>): unknown;
}

/** A value with the locale it is written in. */
export interface LocaleEntry {
  locale: string;
  value: unknown;
}
