import type { Json } from '@recto/content/json';
import type { Fieldset } from '@recto/content/schema/field';
import { presentLinkage } from '#schema/linkage.ts';

export function presentFieldset(fieldset: Fieldset): Json {
  return {
    type: 'fieldset',
    id: fieldset.id,
    attributes: {
      title: fieldset.title,
      hint: fieldset.hint,
      position: fieldset.position,
      collapsible: fieldset.collapsible,
      start_collapsed: fieldset.startCollapsed,
    },
    relationships: { item_type: presentLinkage('item_type', fieldset.itemTypeId) },
  };
}
