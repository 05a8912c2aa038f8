import type { ValidationContext, Validator } from '@recto/content/field-type';
import type { Block } from '@recto/content/item/item';
import type { Json } from '@recto/content/json';
import type { Path } from '@recto/content/problem';
import { listOf, readSettings, required } from '../settings/setting.ts';
import { entityId } from '../settings/simple-settings.ts';

type BlockParameters = { item_types: string[] };
type PlacedBlock = { block: Block; path: Path };

/** The blocks of a value are of the allowed block models. */
export function blockRule(
  name:
    | 'rich_text_blocks'
    | 'single_block_blocks'
    | 'structured_text_blocks'
    | 'structured_text_inline_blocks',
  blocksIn: (value: Json, type: ValidationContext['type']) => PlacedBlock[],
): Validator<BlockParameters> {
  return {
    name,
    parameters: (input, report) =>
      readSettings(input, { item_types: required(listOf(entityId)) }, [], report) as BlockParameters,
    itemTypes: ({ item_types }) => ({ kind: 'block', ids: item_types }),
    check(value, { item_types }, { type, path, report }) {
      for (const { block, path: place } of value === null ? [] : blocksIn(value, type)) {
        if (item_types.includes(block.itemTypeId)) continue;
        const details = { item_types, item_type: block.itemTypeId };
        report({ code: `VALIDATION_${name.toUpperCase()}`, path: [...path, ...place], details });
      }
    },
  };
}
