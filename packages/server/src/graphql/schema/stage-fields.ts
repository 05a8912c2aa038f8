import type { FilterInput } from '@recto/content/condition';
import type { ItemType } from '@recto/content/schema/item-type';
import { initialStage, type Stage, type Workflow } from '@recto/content/workflow/workflow';
import { eq, isIn, neq, neverNull, notIn } from '@recto/fields/filters/operators';
import { GraphQLEnumType, GraphQLInputObjectType } from 'graphql';
import type { RecordSource } from '../delivery-context.ts';
import { readOperators } from '../resolve/read-filter.ts';
import { OPERATOR_COST } from './costs.ts';
import { type Fields, requiredField } from './field-config.ts';
import type { FilterKeys } from './filter-keys.ts';
import { inputTypeFromText } from './input-type-from-text.ts';
import { fieldName, typeStem } from './names.ts';
import type { SchemaScope } from './scope.ts';

/** `_stage`, on models whose records go through a workflow. */
export function stageField(scope: SchemaScope, itemType: ItemType): Fields<RecordSource> {
  const workflow = workflowOf(scope, itemType);
  if (!workflow) return {};
  const first = initialStage(workflow);
  return { _stage: requiredField(stageType(scope, workflow), ({ item }) => item.stage ?? first) };
}

export function stageFilterKey(scope: SchemaScope, itemType: ItemType): FilterKeys {
  const workflow = workflowOf(scope, itemType);
  if (!workflow) return {};
  const input = stageFilter(workflow);
  const type = scope.once(
    input.name,
    (name) =>
      new GraphQLInputObjectType({
        name,
        description: input.description,
        fields: Object.fromEntries(
          input.operators.map(({ name: operator, argument, description }) => [
            operator,
            {
              type: inputTypeFromText(argument, () => stageType(scope, workflow)),
              description,
              extensions: OPERATOR_COST,
            },
          ]),
        ),
      }),
  );
  return { _stage: { type, read: (value) => readOperators(input, value, { kind: 'meta', name: 'stage' }) } };
}

function workflowOf({ schema }: SchemaScope, { workflowId }: ItemType): Workflow | undefined {
  return workflowId === null ? undefined : schema.workflows.get(workflowId);
}

/** Inside, a value is the id of the stage. */
function stageType(scope: SchemaScope, { apiKey, stages }: Workflow): GraphQLEnumType {
  return scope.once(
    stageTypeName(apiKey),
    (name) => new GraphQLEnumType({ name, values: stageValues(stages) }),
  );
}

function stageTypeName(apiKey: string): string {
  return `${typeStem(apiKey)}WorkflowStage`;
}

function stageValues(stages: readonly Stage[]): Record<string, { value: string }> {
  const values: Record<string, { value: string }> = {};
  for (const { id } of stages) {
    let name = enumName(id);
    while (name in values) name += '_'; // two ids may differ in what a name cannot hold
    values[name] = { value: id };
  }
  return values;
}

/** An id is whatever its maker chose; a name of GraphQL is letters, digits and underscores. */
function enumName(stageId: string): string {
  const name = fieldName(stageId.replaceAll(/[^A-Za-z0-9_]+/g, '_'));
  return /^\d|^(?:true|false|null|__.*)?$/.test(name) ? `stage_${name}` : name;
}

function stageFilter({ apiKey }: Workflow): FilterInput {
  const stage = stageTypeName(apiKey);
  return {
    name: `${stage}Filter`,
    description: 'Specifies how to filter by workflow stage',
    operators: [
      neverNull(eq(stage, 'Search the record with the specified stage')),
      neverNull(neq(stage, 'Exclude the record with the specified stage')),
      isIn(stage, 'Search records with the specified stages'),
      notIn(stage, 'Search records without the specified stages'),
    ],
  };
}
