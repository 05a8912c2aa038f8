import type { FieldTypeName, ValidatorName } from '../field-type-names.ts';
import type { Json, JsonObject } from '../json.ts';

export interface FieldAddon {
  id: string;
  parameters: JsonObject;
  field_extension?: string;
}

export interface FieldAppearance {
  editor: string;
  parameters: JsonObject;
  addons: FieldAddon[];
  field_extension?: string;
}

export interface Field {
  id: string;
  itemTypeId: string;
  fieldsetId: string | null;
  label: string;
  apiKey: string;
  fieldType: FieldTypeName;
  localized: boolean;
  validators: Partial<Record<ValidatorName, JsonObject>>;
  appearance: FieldAppearance;
  /** 1-based within its fieldset, or within the root, where fieldsets and loose fields share the sequence. */
  position: number;
  hint: string | null;
  /** For a localized field an object by locale. */
  defaultValue: Json;
  deepFilteringEnabled: boolean;
  contentLinkEnabled: boolean;
}

export interface Fieldset {
  id: string;
  itemTypeId: string;
  title: string;
  hint: string | null;
  position: number;
  collapsible: boolean;
  startCollapsed: boolean;
}
