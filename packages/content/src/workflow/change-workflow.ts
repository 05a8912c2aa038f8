import type { NewId } from '../id.ts';
import { type ErrorReason, refuseAll } from '../refusal.ts';
import { checkWorkflowApiKey } from '../schema/api-key.ts';
import { checkNewId } from '../schema/check-new-id.ts';
import { withItemType, withoutWorkflow, withWorkflow } from '../schema/edit-schema.ts';
import { invalidField } from '../schema/invalid-field.ts';
import type { Schema } from '../schema/schema.ts';
import type { Stage, Workflow } from './workflow.ts';

export type WorkflowChange = Partial<Omit<Workflow, 'id'>>;
export type NewWorkflow = Omit<Workflow, 'id'> & { id?: string };

export function createWorkflow(
  schema: Schema,
  input: NewWorkflow,
  newId: NewId,
): { schema: Schema; workflow: Workflow } {
  const workflow = { ...input, id: input.id ?? newId() };
  refuseAll([...checkNewId('Workflow', input.id, schema.workflows), ...checkWorkflow(workflow, schema)]);
  return { schema: withWorkflow(schema, workflow), workflow };
}

/** Records on a stage that goes are moved to the initial one: `stageAfter`. */
export function updateWorkflow(
  schema: Schema,
  workflow: Workflow,
  change: WorkflowChange,
): { schema: Schema; workflow: Workflow } {
  const changed = { ...workflow, ...change };
  refuseAll(checkWorkflow(changed, schema));
  return { schema: withWorkflow(schema, changed), workflow: changed };
}

/** Its models go on without one. The protocol's migration generator destroys workflows before it changes models,
 *  so one that is in use has to go, too. */
export function destroyWorkflow(schema: Schema, workflow: Workflow): Schema {
  const users = [...schema.itemTypes.values()].filter(({ workflowId }) => workflowId === workflow.id);
  return users
    .map((itemType) => ({ ...itemType, workflowId: null }))
    .reduce(withItemType, withoutWorkflow(schema, workflow.id));
}

function checkWorkflow(workflow: Workflow, schema: Schema): ErrorReason[] {
  const others = [...schema.workflows.values()].filter((other) => other.id !== workflow.id);
  const apiKeyProblem = checkWorkflowApiKey(
    workflow.apiKey,
    others.map((other) => other.apiKey),
  );
  return [
    ...(workflow.name.trim() === '' ? [invalidField('Workflow', 'name', 'VALIDATION_REQUIRED')] : []),
    ...(apiKeyProblem ? [invalidField('Workflow', 'api_key', apiKeyProblem)] : []),
    ...(areStagesFine(workflow.stages) ? [] : [invalidField('Workflow', 'stages', 'VALIDATION_INVALID')]),
  ];
}

function areStagesFine(stages: readonly Stage[]): boolean {
  return (
    stages.filter((stage) => stage.initial).length === 1 &&
    new Set(stages.map((stage) => stage.id)).size === stages.length &&
    stages.every((stage) => stage.id.trim() !== '' && stage.name.trim() !== '')
  );
}
