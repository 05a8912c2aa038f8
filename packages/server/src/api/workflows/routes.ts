import type { Json } from '@recto/content/json';
import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import type { Schema } from '@recto/content/schema/schema';
import {
  createWorkflow,
  destroyWorkflow,
  updateWorkflow,
  type WorkflowChange,
} from '@recto/content/workflow/change-workflow';
import type { Workflow } from '@recto/content/workflow/workflow';
import type { Static } from '@sinclair/typebox';
import { dropRulesAbout, dropRulesAboutStages } from '#api/roles/drop-rules.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { changeSchema } from '#schema/change-schema.ts';
import { onlyGiven } from '#schema/only-given.ts';
import { createWorkflowBody, updateWorkflowBody, workflowEntity } from './contract.ts';

const base = {
  resource: 'workflow',
  answer: documentOf(workflowEntity),
  present: ({ workflow }: { workflow: Workflow }) => ({ data: presentWorkflow(workflow) }),
};
const one = { ...base, path: '/workflows/:workflow_id' };
const readable = { policy: () => true };
const writable = {
  policy: (_subject: unknown, { permissions }: RequestContext) =>
    hasFlag(permissions, 'can_manage_workflows'),
};

const list = endpoint({
  ...base,
  ...readable,
  rel: 'instances',
  method: 'GET',
  path: '/workflows',
  answer: listOf(workflowEntity),
  run: async (_request, { schema }) => [...schema.workflows.values()],
  present: (workflows) => ({ data: workflows.map(presentWorkflow) }),
});

const find = endpoint({
  ...one,
  ...readable,
  rel: 'self',
  method: 'GET',
  run: async ({ params }, { schema }) => ({ workflow: findWorkflow(schema, params.workflow_id) }),
});

const create = endpoint({
  ...base,
  ...writable,
  rel: 'create',
  method: 'POST',
  path: '/workflows',
  body: createWorkflowBody,
  run: ({ body: { data } }, context) =>
    changeSchema(context, (before) => {
      const { name, api_key: apiKey, stages } = data.attributes;
      const chosen = data.id === undefined ? {} : { id: data.id };
      return createWorkflow(before, { name, apiKey, stages: readStages(stages), ...chosen }, context.newId);
    }),
});

const update = endpoint({
  ...one,
  ...writable,
  rel: 'update',
  method: 'PUT',
  body: updateWorkflowBody,
  async run({ params, body: { data } }, context) {
    const before = findWorkflow(context.schema, params.workflow_id);
    const changed = await changeSchema(context, (schema) =>
      updateWorkflow(schema, findWorkflow(schema, params.workflow_id), readChange(data)),
    );
    const kept = new Set(changed.workflow.stages.map(({ id }) => id));
    await dropStages(context, before, (id) => !kept.has(id));
    return changed;
  },
});

const destroy = endpoint({
  ...writable,
  resource: 'workflow',
  path: '/workflows/:workflow_id',
  rel: 'destroy',
  answer: null,
  method: 'DELETE',
  async run({ params }, context) {
    const { workflow } = await changeSchema(context, (before) => {
      const workflow = findWorkflow(before, params.workflow_id);
      return { schema: destroyWorkflow(before, workflow), workflow };
    });
    const { db, site, environment } = context;
    await dropStages(context, workflow, () => true);
    await dropRulesAbout(db, { siteId: site.id, environment: environment.name, workflowId: workflow.id });
  },
  present: () => null,
});

export const workflowEndpoints: Endpoint[] = [list, find, create, update, destroy];

/** By id or API key. */
function findWorkflow({ workflows }: Schema, key: string | undefined): Workflow {
  const workflow = workflows.get(key ?? '') ?? [...workflows.values()].find(({ apiKey }) => apiKey === key);
  if (!workflow) throw refusal('NOT_FOUND');
  return workflow;
}

/** Out of the rules of roles. */
async function dropStages(
  { db, site, environment, schema }: RequestContext,
  workflow: Workflow,
  isGone: (id: string) => boolean,
): Promise<void> {
  const stages = workflow.stages.map(({ id }) => id).filter(isGone);
  const others = [...schema.workflows.values()].filter(({ id }) => id !== workflow.id);
  const elsewhere = new Set(others.flatMap((other) => other.stages.map(({ id }) => id)));
  const users = [...schema.itemTypes.values()].filter(({ workflowId }) => workflowId === workflow.id);
  await dropRulesAboutStages(db, {
    siteId: site.id,
    environment: environment.name,
    workflowId: workflow.id,
    itemTypeIds: users.map(({ id }) => id),
    stages,
    nowhere: stages.filter((id) => !elsewhere.has(id)),
  });
}

type WireStage = Static<typeof createWorkflowBody>['data']['attributes']['stages'][number];

function readStages(stages: readonly WireStage[]): Workflow['stages'] {
  return stages.map(({ id, name, description = null, initial = false }) => ({
    id,
    name,
    description,
    initial,
  }));
}

function readChange({ attributes }: Static<typeof updateWorkflowBody>['data']): WorkflowChange {
  return onlyGiven<WorkflowChange>({
    name: attributes?.name,
    apiKey: attributes?.api_key,
    stages: attributes?.stages && readStages(attributes.stages),
  });
}

function presentWorkflow({ id, name, apiKey, stages }: Workflow): Json {
  const attributes = { name, api_key: apiKey, stages: stages.map((stage) => ({ ...stage })) };
  return { type: 'workflow', id, attributes };
}
