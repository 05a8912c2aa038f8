import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { askDelivery } from './testing.ts';

let server: TestServer;
let project: TestProject;
let ask: ReturnType<typeof askDelivery>;

const STAGES = ['draft', 'waiting_for_review', '2nd look', 'second'];
const stages = (ids: string[]) => ids.map((id, index) => ({ id, name: id, initial: index === 0 }));

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  ask = askDelivery(server, project);
  const { workflows, itemTypes, items } = project.client;
  type Stages = Parameters<typeof workflows.create>[0]['stages'];
  const { id } = await workflows.create({
    name: 'Approval',
    api_key: 'agency_program',
    stages: stages(STAGES) as Stages,
  });
  const of = { type: 'workflow' as const, id };
  const article = await itemTypes.create({ name: 'Article', api_key: 'article', workflow: of });
  await itemTypes.create({ name: 'Note', api_key: 'note' });
  for (const stage of ['draft', 'waiting_for_review', '2nd look', 'waiting_for_review'])
    await moveTo(stage, (await items.create({ item_type: { type: 'item_type', id: article.id } })).id);
});
afterAll(() => server.close());

async function moveTo(stage: string, id: string): Promise<void> {
  await project.client.items.bulkMoveToStage({ items: [{ type: 'item', id }], stage });
}

it('a record of a workflow says its stage by a name that GraphQL can hold', async () => {
  expect(await ask('{ allArticles(orderBy: _createdAt_ASC) { _stage } }', { includeDrafts: true })).toEqual({
    allArticles: ['draft', 'waitingForReview', 'stage_2ndLook', 'waitingForReview'].map((stage) => ({
      _stage: stage,
    })),
  });
});

it.each([
  ['{ eq: waitingForReview }', 2],
  ['{ neq: waitingForReview }', 2],
  ['{ in: [draft, stage_2ndLook] }', 2],
  ['{ in: [] }', 0],
  ['{ notIn: [draft] }', 3],
])('records are filtered by %s', async (filter, count) => {
  const query = `{ _allArticlesMeta(filter: { _stage: ${filter} }) { count } }`;
  expect(await ask(query, { includeDrafts: true })).toEqual({ _allArticlesMeta: { count } });
});

it('only models with a workflow have stages, and nothing is ordered by them', async () => {
  const query = `{
    stage: __type(name: "AgencyProgramWorkflowStage") { enumValues { name } }
    filter: __type(name: "AgencyProgramWorkflowStageFilter") { inputFields { name type { name kind } } }
    article: __type(name: "ArticleRecord") { fields { name type { kind } } }
    note: __type(name: "NoteRecord") { fields { name } }
    order: __type(name: "ArticleModelOrderBy") { enumValues { name } }
  }`;
  type Named = { name: string; type: { kind: string } }[];
  const answer = await ask<Record<string, Record<string, Named>>>(query);
  const namesIn = (part: string, key: string) => answer[part]?.[key]?.map(({ name }) => name) ?? [];
  expect(namesIn('stage', 'enumValues')).toEqual(['draft', 'waitingForReview', 'stage_2ndLook', 'second']);
  expect(namesIn('filter', 'inputFields')).toEqual(['eq', 'neq', 'in', 'notIn']);
  expect(answer.article?.fields).toContainEqual({ name: '_stage', type: { kind: 'NON_NULL' } });
  expect(namesIn('note', 'fields')).not.toContain('_stage');
  expect(namesIn('order', 'enumValues').filter((name) => name.includes('stage'))).toEqual([]);
});

it('a stage that is new can be asked for at once', async () => {
  const { workflows } = project.client;
  type Stages = Parameters<typeof workflows.create>[0]['stages'];
  await workflows.update('agency_program', { stages: stages([...STAGES, 'done']) as Stages });
  expect(await ask('{ allArticles(filter: { _stage: { eq: done } }) { _stage } }')).toEqual({
    allArticles: [],
  });
});
