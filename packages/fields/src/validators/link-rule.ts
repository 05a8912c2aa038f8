import type { Validator } from '@recto/content/field-type';
import { listOf, readSettings, required } from '../settings/setting.ts';
import { entityId } from '../settings/simple-settings.ts';
import { STRATEGY_SETTINGS, type StrategyParameters } from './reference-strategies.ts';

export type LinkParameters = { item_types: string[] } & StrategyParameters;

const SETTINGS = { item_types: required(listOf(entityId)), ...STRATEGY_SETTINGS };

/** The records that a value points at exist and are of the allowed models. */
export function linkRule(
  name: 'item_item_type' | 'items_item_type' | 'structured_text_links',
): Validator<LinkParameters> {
  return {
    name,
    parameters: (input, report) => readSettings(input, SETTINGS, [], report) as LinkParameters,
    itemTypes: ({ item_types }) => ({ kind: 'model', ids: item_types }),
    needs: (value, _parameters, { type }) =>
      value === null ? {} : { items: (type.references?.(value) ?? []).map(({ id }) => id) },
    check(value, { item_types }, { type, path, facts, report }) {
      for (const { id, path: place = [] } of value === null ? [] : (type.references?.(value) ?? [])) {
        const item = facts.item(id);
        if (item && item_types.includes(item.itemTypeId)) continue;
        report({
          code: `VALIDATION_${name.toUpperCase()}`,
          path: [...path, ...place],
          details: { item_types, item_id: id },
        });
      }
    },
  };
}
