import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import type { RecordSource } from '../delivery-context.ts';
import { readField, readLocales } from '../resolve/field-value.ts';
import { fallbackLocalesArgument, localeArguments } from './arguments.ts';
import { perLocale } from './costs.ts';
import type { Fields } from './field-config.ts';
import { type FieldOutput, fieldOutput } from './field-output.ts';
import { listOfLocales, multiLocaleType } from './multi-locale-type.ts';
import { fieldName, typeStem } from './names.ts';
import type { SchemaScope } from './scope.ts';

/** The fields that editors made, each localized one with the list of all its locales beside it. */
export function ownFields(scope: SchemaScope, itemType: ItemType): Fields<RecordSource> {
  const fields: Fields<RecordSource> = {};
  for (const field of scope.schema.fieldsOf(itemType.id)) {
    const output = fieldOutput(scope, itemType, field);
    if (!output) continue;
    fields[fieldName(field.apiKey)] = {
      type: output.type,
      args: { ...output.args, ...(field.localized ? localeArguments(scope) : {}) },
      extensions: { cost: output.cost },
      resolve: readField(field, output),
    };
    if (field.localized) Object.assign(fields, allLocalesField(scope, field, output));
  }
  return fields;
}

/** Environments that have not opted in let both arguments be written, and go by neither. */
function allLocalesField(scope: SchemaScope, field: Field, output: FieldOutput): Fields<RecordSource> {
  const isImproved = scope.schema.settings.flags.improved_gql_multilocale_fields;
  const read = readLocales(field, output);
  return {
    [`_all${typeStem(field.apiKey)}Locales`]: {
      type: listOfLocales(multiLocaleType(scope, output.type)),
      args: isImproved ? fallbackLocalesArgument(scope) : localeArguments(scope),
      extensions: { cost: perLocale(scope.schema.settings.locales.length) },
      resolve: isImproved ? read : (record, _args, context) => read(record, {}, context),
    },
  };
}
