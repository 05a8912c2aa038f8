import type { ParseContext, PresentContext } from '@recto/content/field-type';
import type { FieldTypeName } from '@recto/content/field-type-names';
import type { Block } from '@recto/content/item/item';
import { isJsonObject } from '@recto/content/json';
import type { Problem } from '@recto/content/problem';
import type { Field } from '@recto/content/schema/field';

export function buildField(fieldType: FieldTypeName, overrides: Partial<Field> = {}): Field {
  return {
    id: 'fieldid',
    itemTypeId: 'modelid',
    fieldsetId: null,
    label: 'Field',
    apiKey: 'field',
    fieldType,
    localized: false,
    validators: {},
    appearance: { editor: '', parameters: {}, addons: [] },
    position: 1,
    hint: null,
    defaultValue: null,
    deepFilteringEnabled: false,
    contentLinkEnabled: true,
    ...overrides,
  };
}

export const BLOCK_ID = 'Tn5XjZJ6QMKdLCUlVCzy1w';
const BLOCK_MODEL_ID = 'bm5XjZJ6QMKdLCUlVCzy1w';

export function buildBlock(overrides: Partial<Block> = {}): Block {
  return { id: BLOCK_ID, itemTypeId: BLOCK_MODEL_ID, values: {}, ...overrides };
}

/** A context that collects problems. Its block slots take an id or an object, as the engine's do. */
export function buildParseContext(
  fieldType: FieldTypeName,
  timeZone = 'UTC',
): ParseContext & { problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  return {
    field: buildField(fieldType),
    path: [],
    timeZone,
    problems,
    report,
    block(slot, path) {
      if (typeof slot === 'string') return buildBlock({ id: slot });
      if (isJsonObject(slot)) return buildBlock();
      report({ code: 'INVALID_FORMAT', path });
      return undefined;
    },
  };
}

export function buildPresentContext(overrides: Partial<PresentContext> = {}): PresentContext {
  return { timeZone: 'UTC', milliseconds: false, block: (block) => block.id, ...overrides };
}
