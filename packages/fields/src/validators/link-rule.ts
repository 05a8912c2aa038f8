import type { Validator } from '@recto/content/field-type';
import { listOf, readSettings, required, withDefault } from '../settings/setting.ts';
import { entityId, oneOf } from '../settings/simple-settings.ts';

/** What happens to a record when something happens to a record it points at. */
export type ReferenceStrategies = {
  on_publish_with_unpublished_references_strategy: 'fail' | 'publish_references';
  on_reference_unpublish_strategy: 'fail' | 'unpublish' | 'delete_references';
  on_reference_delete_strategy: 'fail' | 'delete_references';
};

type LinkParameters = { item_types: string[] } & ReferenceStrategies;

/** The records that a value points at are of the allowed models. That they exist at all is checked for every
 *  reference, rule or not. The settings always say all three strategies: where none is given, `defaults` hold. */
export function linkRule(
  name: 'item_item_type' | 'items_item_type' | 'structured_text_links',
  defaults: ReferenceStrategies,
): Validator<LinkParameters> {
  const settings = settingsWith(defaults);
  return {
    name,
    parameters: (input, report) => readSettings(input, settings, [], report) as LinkParameters,
    itemTypes: ({ item_types }) => ({ kind: 'model', ids: item_types }),
    needs: (value, _parameters, { type }) =>
      value === null ? {} : { items: (type.references?.(value) ?? []).map(({ id }) => id) },
    check(value, { item_types }, { type, path, facts, report }) {
      for (const { id, path: place = [] } of value === null ? [] : (type.references?.(value) ?? [])) {
        const item = facts.item(id);
        if (!item || item_types.includes(item.itemTypeId)) continue;
        const details = { item_types, item_id: id };
        report({ code: `VALIDATION_${name.toUpperCase()}`, path: [...path, ...place], details });
      }
    },
  };
}

function settingsWith(defaults: ReferenceStrategies) {
  const strategy = (name: keyof ReferenceStrategies, choices: readonly string[]) =>
    withDefault(defaults[name], oneOf(choices));
  return {
    on_publish_with_unpublished_references_strategy: strategy(
      'on_publish_with_unpublished_references_strategy',
      ['fail', 'publish_references'],
    ),
    on_reference_unpublish_strategy: strategy('on_reference_unpublish_strategy', [
      'fail',
      'unpublish',
      'delete_references',
    ]),
    on_reference_delete_strategy: strategy('on_reference_delete_strategy', ['fail', 'delete_references']),
    item_types: required(listOf(entityId)),
  };
}
