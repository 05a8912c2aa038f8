import type { Json } from '../json.ts';
import type { Path } from '../problem.ts';
import type { Field } from '../schema/field.ts';
import type { DocumentRules } from './document-rules.ts';
import { fieldValues } from './field-values.ts';
import type { Block, Document } from './item.ts';

/** One bare value somewhere in a record: in one of its fields, or in a block at any depth. */
export interface VisitedValue {
  field: Field;
  /** Of the record's field in which the value stands, also for values of blocks. */
  locale: string | null;
  value: Json;
  /** Field api key, locale, position of the block, field api key of the block … */
  path: Path;
  /** Ids of the fields walked through: `fieldId/blockFieldId`. */
  fieldPath: string;
  /** The block whose value it is; null for the record's own. */
  block: Block | null;
}

/** Visits every value of a record, blocks before what follows them, blanks included. */
export function walkDocument(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  visit: (value: VisitedValue) => void,
): void {
  for (const { field, locale, value } of fieldValues(document, rules.schema.fieldsOf(itemTypeId))) {
    const path = locale === null ? [field.apiKey] : [field.apiKey, locale];
    walkValue({ field, locale, value, path, fieldPath: field.id, block: null }, rules, visit);
  }
}

function walkValue(visited: VisitedValue, rules: DocumentRules, visit: (value: VisitedValue) => void): void {
  visit(visited);
  directBlocks(visited.field, visited.value, rules).forEach((block, position) => {
    for (const field of rules.schema.fieldsOf(block.itemTypeId)) {
      walkValue(
        {
          field,
          locale: visited.locale,
          value: block.values[field.id] ?? null,
          path: [...visited.path, position, field.apiKey],
          fieldPath: `${visited.fieldPath}/${field.id}`,
          block,
        },
        rules,
        visit,
      );
    }
  });
}

/** The blocks that stand directly in a value. */
export function directBlocks(field: Field, value: Json, rules: DocumentRules): Block[] {
  if (value === null) return [];
  return rules.registry.types[field.fieldType].blocks?.(value) ?? [];
}

/** Every block of a record with its depth (1: directly in a field), in the order of the walk. */
export function walkBlocks(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  visit: (block: Block, depth: number, locale: string | null) => void,
): void {
  for (const { field, locale, value } of fieldValues(document, rules.schema.fieldsOf(itemTypeId))) {
    walkBlocksOfValue(field, value, rules, (block, depth) => visit(block, depth, locale));
  }
}

/** The same for one bare value. */
export function walkBlocksOfValue(
  field: Field,
  value: Json,
  rules: DocumentRules,
  visit: (block: Block, depth: number) => void,
  depth = 1,
): void {
  for (const block of directBlocks(field, value, rules)) {
    visit(block, depth);
    for (const inner of rules.schema.fieldsOf(block.itemTypeId)) {
      walkBlocksOfValue(inner, block.values[inner.id] ?? null, rules, visit, depth + 1);
    }
  }
}
