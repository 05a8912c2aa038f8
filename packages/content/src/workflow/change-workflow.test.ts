import { describe, expect, it } from 'vitest';
import { buildTestSchema } from '../schema/testing.ts';
import { createWorkflow, destroyWorkflow, updateWorkflow } from './change-workflow.ts';
import { initialStage, type Stage } from './workflow.ts';

function buildStages(...ids: string[]): Stage[] {
  return ids.map((id, index) => ({ id, name: id, description: null, initial: index === 0 }));
}

const input = { name: 'Review', apiKey: 'review', stages: buildStages('draft', 'done') };
const { schema, workflow } = createWorkflow(
  buildTestSchema([{ id: 'post', apiKey: 'post', workflowId: 'w' }]),
  input,
  () => 'w',
);

describe('a workflow', () => {
  it('knows where records begin', () => {
    expect(initialStage(workflow)).toBe('draft');
    const { workflow: turned } = updateWorkflow(schema, workflow, {
      stages: buildStages('draft', 'done').map((stage) => ({ ...stage, initial: !stage.initial })),
    });
    expect(initialStage(turned)).toBe('done');
  });

  it('lets go of its models when it goes', () => {
    const after = destroyWorkflow(schema, workflow);
    expect(after.workflows.size).toBe(0);
    expect(after.itemTypes.get('post')?.workflowId).toBeNull();
  });

  it.each<[object, string[]]>([
    [{ name: ' ' }, ['name VALIDATION_REQUIRED']],
    [{ apiKey: 'Not a key' }, ['api_key VALIDATION_INVALID']],
    [{ apiKey: 'review' }, ['api_key VALIDATION_UNIQUENESS']],
    [{ stages: [] }, ['stages VALIDATION_INVALID']],
    [{ stages: buildStages('a', 'a') }, ['stages VALIDATION_INVALID']],
    [{ stages: buildStages('a', ' ') }, ['stages VALIDATION_INVALID']],
    [{ stages: [...buildStages('a'), ...buildStages('b')] }, ['stages VALIDATION_INVALID']],
  ])('is refused with %j', (change, expected) => {
    const create = () => createWorkflow(schema, { ...input, apiKey: 'other', ...change }, () => 'new');
    const reasons = expected.map((reason) => {
      const [field, code] = reason.split(' ');
      return { code: 'INVALID_FIELD', details: expect.objectContaining({ field, code }) };
    });
    expect(create).toThrow(expect.objectContaining({ reasons }));
  });
});
