import type { FieldRegistry, Reference } from '../../field-type.ts';
import type { ValidatorName } from '../../field-type-names.ts';
import { emptyValue } from '../../item/default-value.ts';
import { localesOf, localizedValues } from '../../item/field-values.ts';
import type { Document } from '../../item/item.ts';
import type { Json } from '../../json.ts';
import type { Field } from '../field.ts';
import { admittedItemTypes } from '../referencing.ts';
import type { Schema } from '../schema.ts';

/** From one schema to the next, and what has to be known about other records to get there. */
export interface SchemaMigration {
  before: Schema;
  after: Schema;
  registry: FieldRegistry;
  /** The model of a record that a field may no longer link to (or that was deleted with its model). */
  itemTypeOf(itemId: string): string | undefined;
  /** A block has one place. When a value is copied to further locales its blocks are copied with it; the same
   *  block gets the same new id in every version of the record. */
  copyOfBlock(blockId: string, locale: string): string;
}

/** A stored document (current, published or historical) in the shape of the next schema. */
export function migrateDocument(
  document: Document,
  itemTypeId: string,
  migration: SchemaMigration,
): Document {
  return migrateValues(document, itemTypeId, nextLocales(document, itemTypeId, migration), migration);
}

/** The locales the record has afterwards: its own as far as they still exist, all where all are required, and
 *  never none. */
function nextLocales(
  document: Document,
  itemTypeId: string,
  { before, after }: SchemaMigration,
): readonly string[] {
  const all = after.settings.locales;
  if (after.itemTypes.get(itemTypeId)?.allLocalesRequired) return all;
  const own = new Set(localesOf(document, before.fieldsOf(itemTypeId)));
  const kept = all.filter((locale) => own.has(locale));
  return kept.length > 0 ? kept : all.slice(0, 1);
}

function migrateValues(
  values: Document,
  itemTypeId: string,
  locales: readonly string[],
  migration: SchemaMigration,
): Document {
  return Object.fromEntries(
    migration.after
      .fieldsOf(itemTypeId)
      .map((field) => [field.id, migrateField(values[field.id] ?? null, field, locales, migration)]),
  );
}

function migrateField(
  stored: Json,
  field: Field,
  locales: readonly string[],
  migration: SchemaMigration,
): Json {
  const old = migration.before.fields.get(field.id);
  const empty = emptyValue(field, { registry: migration.registry, schema: migration.after });
  if (!field.localized) {
    if (!old) return empty;
    return migrateValue(old.localized ? mainValue(stored, migration) : stored, old, field, migration);
  }
  return Object.fromEntries(
    locales.map((locale, index) => {
      if (!old) return [locale, empty];
      if (!old.localized && index > 0) {
        return [locale, copyBlocks(migrateValue(stored, old, field, migration), field, locale, migration)];
      }
      const value = old.localized ? (localizedValues(stored)[locale] ?? empty) : stored;
      return [locale, migrateValue(value, old, field, migration)];
    }),
  );
}

/** What remains of a value that is no longer localized: the main locale's, or the first that the record has. */
function mainValue(stored: Json, { before }: SchemaMigration): Json {
  const values = localizedValues(stored);
  const locale = before.settings.locales.find((candidate) => candidate in values);
  return locale === undefined ? null : (values[locale] ?? null);
}

/** One bare value: converted to the field's type, without blocks and links that the rules no longer admit. */
function migrateValue(value: Json, old: Field, field: Field, migration: SchemaMigration): Json {
  const type = migration.registry.types[field.fieldType];
  const converted =
    old.fieldType === field.fieldType || value === null
      ? value
      : (type.convertFrom?.[old.fieldType]?.(value) ?? null);
  const pruned = withoutForbiddenLinks(migrateBlocks(converted, field, migration), old, field, migration);
  if (pruned !== null || old.fieldType === field.fieldType) return pruned;
  return emptyValue(field, { registry: migration.registry, schema: migration.after });
}

function migrateBlocks(value: Json, field: Field, migration: SchemaMigration): Json {
  const type = migration.registry.types[field.fieldType];
  if (value === null || !type.mapBlocks) return value;
  const admitted = admittedByRule(field, migration.registry);
  return type.mapBlocks(value, (block, rule) =>
    admitted.get(rule)?.has(block.itemTypeId)
      ? { ...block, values: migrateValues(block.values, block.itemTypeId, [], migration) }
      : null,
  );
}

function admittedByRule(field: Field, registry: FieldRegistry): Map<ValidatorName, Set<string>> {
  return new Map(admittedItemTypes(field, registry).map(({ rule, ids }) => [rule, new Set(ids)]));
}

function withoutForbiddenLinks(value: Json, old: Field, field: Field, migration: SchemaMigration): Json {
  const type = migration.registry.types[field.fieldType];
  if (value === null || !type.removeReferences) return value;
  const forbidden = modelsNoLongerAdmitted(old, field, migration.registry);
  if (forbidden.size === 0) return value;
  return type.removeReferences(value, (reference) => isForbidden(reference, forbidden, migration));
}

function isForbidden(
  reference: Reference,
  forbidden: ReadonlySet<string>,
  migration: SchemaMigration,
): boolean {
  if (reference.kind !== 'item') return false;
  const itemTypeId = migration.itemTypeOf(reference.id);
  return itemTypeId !== undefined && forbidden.has(itemTypeId);
}

/** Models that a field could link to and cannot any more. */
export function modelsNoLongerAdmitted(old: Field, field: Field, registry: FieldRegistry): Set<string> {
  const models = (of: Field) =>
    admittedItemTypes(of, registry)
      .filter(({ kind }) => kind === 'model')
      .flatMap(({ ids }) => ids);
  const kept = new Set(models(field));
  return new Set(models(old).filter((id) => !kept.has(id)));
}

function copyBlocks(value: Json, field: Field, locale: string, migration: SchemaMigration): Json {
  const type = migration.registry.types[field.fieldType];
  if (value === null || !type.mapBlocks) return value;
  return type.mapBlocks(value, (block) => ({
    ...block,
    id: migration.copyOfBlock(block.id, locale),
    values: Object.fromEntries(
      migration.after
        .fieldsOf(block.itemTypeId)
        .map((inner) => [inner.id, copyBlocks(block.values[inner.id] ?? null, inner, locale, migration)]),
    ),
  }));
}
