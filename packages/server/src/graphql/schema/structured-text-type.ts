import type { ValidatorName } from '@recto/content/field-type-names';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLObjectType } from 'graphql';
import {
  documentValue,
  embeddedBlocks,
  linkedRecords,
  type StructuredTextSource,
} from '../resolve/structured-text.ts';
import { allowedItemTypes } from './allowed-item-types.ts';
import { COSTS } from './costs.ts';
import {
  type FieldConfig,
  type Fields,
  field as fieldConfig,
  fullListOf,
  requiredField,
} from './field-config.ts';
import { fieldTypeName, memberType } from './member-type.ts';
import { typeStem } from './names.ts';
import { JsonField } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

type Part = 'blocks' | 'inlineBlocks' | 'links';
const RULES: Record<Part, { kind: 'model' | 'block'; rule: ValidatorName }> = {
  blocks: { kind: 'block', rule: 'structured_text_blocks' },
  inlineBlocks: { kind: 'block', rule: 'structured_text_inline_blocks' },
  links: { kind: 'model', rule: 'structured_text_links' },
};

/** The document, and apart from it everything that it only names by id. */
export function structuredTextType(scope: SchemaScope, itemType: ItemType, field: Field): GraphQLObjectType {
  return scope.once(
    fieldTypeName(itemType, field.apiKey),
    (name) =>
      new GraphQLObjectType({
        name,
        fields: (): Fields<StructuredTextSource> => ({
          blocks: partField(scope, itemType, field, 'blocks'),
          inlineBlocks: partField(scope, itemType, field, 'inlineBlocks'),
          links: partField(scope, itemType, field, 'links'),
          value: { ...requiredField(JsonField, documentValue), extensions: { cost: COSTS.document } },
        }),
      }),
  );
}

/** `BlogPostModelContentBlocksField` and its like, for the union where there is one. */
function partField(
  scope: SchemaScope,
  itemType: ItemType,
  field: Field,
  part: Part,
): FieldConfig<StructuredTextSource> {
  const { kind, rule } = RULES[part];
  const { itemTypes } = allowedItemTypes(scope, field, kind, [rule]);
  const unionName = `${typeStem(itemType.apiKey)}Model${typeStem(field.apiKey)}${part[0]?.toUpperCase()}${part.slice(1)}Field`;
  const allowed = new Set(itemTypes.map(({ id }) => id));
  const read = {
    blocks: embeddedBlocks('block', allowed),
    inlineBlocks: embeddedBlocks('inlineBlock', allowed),
    links: linkedRecords(allowed),
  }[part];
  const type = fullListOf(memberType(scope, unionName, itemTypes));
  return { ...fieldConfig(type, read), extensions: { cost: COSTS.list } };
}
