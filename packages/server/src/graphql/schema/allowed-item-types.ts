import { VALIDATOR_NAMES, type ValidatorName } from '@recto/content/field-type-names';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import type { SchemaScope } from './scope.ts';

export interface AllowedItemTypes {
  /** In the order of the rule. */
  itemTypes: readonly ItemType[];
  /** Rules let some in, and the caller may see none of them: the field has nothing to show. */
  areAllHidden: boolean;
}

/** The models or block models that the rules of a field let into it, as far as the caller can see them. */
export function allowedItemTypes(
  scope: SchemaScope,
  field: Field,
  kind: 'model' | 'block',
  rules: readonly ValidatorName[] = VALIDATOR_NAMES,
): AllowedItemTypes {
  const named = rules.flatMap((rule) => itemTypesOfRule(scope, field, kind, rule));
  const itemTypes = [...new Set(named)].flatMap((id) => scope.schema.itemTypes.get(id) ?? []);
  const visible = itemTypes.filter(({ id, modularBlock }) => modularBlock || scope.visibleItemTypes.has(id));
  return { itemTypes: visible, areAllHidden: itemTypes.length > 0 && visible.length === 0 };
}

/** Such a link has no field and no filter: even whether there is one would tell of what the caller may not see. */
export function leadsToHiddenOnly(scope: SchemaScope, field: Field): boolean {
  const { output } = scope.registry.types[field.fieldType].delivery;
  return output.kind === 'link' && allowedItemTypes(scope, field, 'model').areAllHidden;
}

function itemTypesOfRule(
  scope: SchemaScope,
  field: Field,
  kind: 'model' | 'block',
  rule: ValidatorName,
): readonly string[] {
  const parameters = field.validators[rule];
  const itemTypes = parameters && scope.registry.validators[rule].itemTypes?.(parameters);
  return itemTypes?.kind === kind ? itemTypes.ids : [];
}
