import { expect, it } from 'vitest';
import type { Project } from '#project/use-projects.ts';
import { groupByOwner } from './group-by-owner.ts';

const project = (name: string, owner: Project['meta']['owner']) =>
  ({ id: name, name, meta: { owner } }) as Project;

it('projects stand below their owner: one’s own first, then organizations and people by name', () => {
  const groups = groupByOwner(
    [
      project('Shop', { type: 'organization', id: '1', name: 'Acme' }),
      project('Guest', { type: 'account', email: 'grace@example.com' }),
      project('Blog', { type: 'account', email: 'ada@example.com' }),
      project('Site', { type: 'organization', id: '1', name: 'Acme' }),
      project('Twin', { type: 'organization', id: '2', name: 'Acme' }),
    ],
    'ada@example.com',
  );
  expect(groups.map(({ title, projects }) => [title, projects.map(({ name }) => name)])).toEqual([
    ['Your projects', ['Blog']],
    ['Acme', ['Shop', 'Site']],
    ['Acme', ['Twin']],
    ['grace@example.com', ['Guest']],
  ]);
});
