import type { JsonObject } from '../json.ts';
import type { Field } from '../schema/field.ts';
import type { Schema } from '../schema/schema.ts';
import { type DocumentRules, rulesOf } from './document-rules.ts';

/** What a field demands when one of the records it points at changes its state. */
export interface ReferenceStrategies {
  onPublish: 'fail' | 'publish_references';
  onUnpublish: 'fail' | 'unpublish' | 'delete_references';
  onDelete: 'fail' | 'delete_references';
}

const DEFAULTS: ReferenceStrategies = {
  onPublish: 'fail',
  onUnpublish: 'fail',
  onDelete: 'delete_references',
};

/** The strategies stand in the settings of whichever rule of the field names the models it may point at. */
export function strategiesOf(field: Field, { registry }: DocumentRules): ReferenceStrategies {
  const settings = rulesOf(field, registry)
    .map(({ parameters }) => parameters)
    .find((parameters) => 'on_reference_delete_strategy' in parameters);
  return settings ? readStrategies(settings) : DEFAULTS;
}

function readStrategies(settings: JsonObject): ReferenceStrategies {
  return {
    onPublish: (settings.on_publish_with_unpublished_references_strategy ??
      DEFAULTS.onPublish) as ReferenceStrategies['onPublish'],
    onUnpublish: (settings.on_reference_unpublish_strategy ??
      DEFAULTS.onUnpublish) as ReferenceStrategies['onUnpublish'],
    onDelete: (settings.on_reference_delete_strategy ?? DEFAULTS.onDelete) as ReferenceStrategies['onDelete'],
  };
}

/** The fields of an environment that want a cascade: what a recursive query walks along. */
export function fieldsWithStrategy(
  rules: DocumentRules & { schema: Schema },
  isMeant: (strategies: ReferenceStrategies) => boolean,
): string[] {
  return [...rules.schema.fields.values()]
    .filter((field) => isMeant(strategiesOf(field, rules)))
    .map(({ id }) => id);
}

/** The field that holds a reference: the last one of its path. */
export function fieldOfPath(path: string, schema: Schema): Field | undefined {
  return schema.fields.get(path.slice(path.lastIndexOf('/') + 1));
}
