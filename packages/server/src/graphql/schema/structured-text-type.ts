import type { ValidatorName } from '@recto/content/field-type-names';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import type { BlockNodeType } from '@recto/fields/structured-text/walk-document';
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
interface PartRules {
  kind: 'model' | 'block';
  rules: readonly ValidatorName[];
  nodes: readonly BlockNodeType[];
}
const PARTS: Record<Part, PartRules> = {
  blocks: { kind: 'block', rules: ['structured_text_blocks'], nodes: ['block'] },
  inlineBlocks: { kind: 'block', rules: ['structured_text_inline_blocks'], nodes: ['inlineBlock'] },
  links: { kind: 'model', rules: ['structured_text_links'], nodes: [] },
};
/** Before the environment opts in, blocks in the line come with the others. */
const ALL_BLOCKS: PartRules = {
  kind: 'block',
  rules: ['structured_text_blocks', 'structured_text_inline_blocks'],
  nodes: ['block', 'inlineBlock'],
};

/** The document, and apart from it everything that it only names by id. */
export function structuredTextType(scope: SchemaScope, itemType: ItemType, field: Field): GraphQLObjectType {
  return scope.once(
    fieldTypeName(itemType, field.apiKey),
    (name) =>
      new GraphQLObjectType({
        name,
        fields: (): Fields<StructuredTextSource> => ({
          ...blockFields(scope, itemType, field),
          links: partField(scope, itemType, field, 'links'),
          value: { ...requiredField(JsonField, documentValue), extensions: { cost: COSTS.document } },
        }),
      }),
  );
}

function blockFields(scope: SchemaScope, itemType: ItemType, field: Field): Fields<StructuredTextSource> {
  if (!scope.schema.settings.flags.improved_exposure_of_inline_blocks_in_cda) {
    return { blocks: partField(scope, itemType, field, 'blocks', ALL_BLOCKS) };
  }
  return {
    blocks: partField(scope, itemType, field, 'blocks'),
    inlineBlocks: partField(scope, itemType, field, 'inlineBlocks'),
  };
}

/** `BlogPostModelContentBlocksField` and its like, for the union where there is one. */
function partField(
  scope: SchemaScope,
  itemType: ItemType,
  field: Field,
  part: Part,
  { kind, rules, nodes }: PartRules = PARTS[part],
): FieldConfig<StructuredTextSource> {
  const { itemTypes } = allowedItemTypes(scope, field, kind, rules);
  const unionName = `${typeStem(itemType.apiKey)}Model${typeStem(field.apiKey)}${part[0]?.toUpperCase()}${part.slice(1)}Field`;
  const allowed = new Set(itemTypes.map(({ id }) => id));
  const read = kind === 'block' ? embeddedBlocks(nodes, allowed) : linkedRecords(allowed);
  const type = fullListOf(memberType(scope, unionName, itemTypes));
  return { ...fieldConfig(type, read), extensions: { cost: COSTS.list } };
}
