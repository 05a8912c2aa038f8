import { describe, expect, it } from 'vitest';
import { buildTestSchema } from '../schema/testing.ts';
import { checkItemTypeFilter, followFields, type ItemTypeFilter } from './item-type-filter.ts';

function buildFilter(overrides: Partial<ItemTypeFilter> = {}): ItemTypeFilter {
  return {
    id: 'filter',
    itemTypeId: 'post',
    name: 'Drafts',
    filter: { query: 'foo', fields: { _status: { eq: 'draft' }, title: { exists: 'true' } } },
    columns: [
      { name: '_preview', width: 0.6 },
      { name: 'title', width: 0.4 },
    ],
    orderBy: 'title_ASC,_updated_at_DESC',
    shared: true,
    creator: { type: 'account', id: '1' },
    ...overrides,
  };
}

describe('a saved filter', () => {
  const schema = buildTestSchema([
    { id: 'post', apiKey: 'post', fields: [{ id: 'title', apiKey: 'title' }] },
    { id: 'sorted', apiKey: 'sorted', sortable: true, workflowId: 'w' },
    { id: 'block', apiKey: 'block', modularBlock: true },
  ]);
  const columns = (...names: string[]) => names.map((name) => ({ name, width: 0.5 }));

  it.each<[Partial<ItemTypeFilter>, string[]]>([
    [{}, []],
    [{ columns: null }, []],
    [{ name: '' }, ['name']],
    [{ itemTypeId: 'gone' }, ['item_type']],
    [{ itemTypeId: 'block' }, ['item_type']],
    [{ columns: columns('id', '_creator', 'nothing') }, ['columns']],
    [{ columns: columns('position') }, ['columns']],
    [{ columns: columns('_stage') }, ['columns']],
    [{ itemTypeId: 'sorted', columns: columns('position', '_stage') }, []],
  ])('%j has these problems: %j', (overrides, fields) => {
    const problems = checkItemTypeFilter(buildFilter(overrides), schema);
    expect(problems.map(({ details }) => (details as { field: string }).field)).toEqual(fields);
  });

  it('follows a field that is renamed', () => {
    expect(followFields(buildFilter(), new Map([['title', 'headline']]))).toEqual(
      buildFilter({
        filter: { query: 'foo', fields: { _status: { eq: 'draft' }, headline: { exists: 'true' } } },
        columns: [
          { name: '_preview', width: 0.6 },
          { name: 'headline', width: 0.4 },
        ],
        orderBy: 'headline_ASC,_updated_at_DESC',
      }),
    );
  });

  it('forgets a field that is destroyed', () => {
    const filter = buildFilter({ columns: [{ name: 'title', width: 1 }], orderBy: 'title_ASC' });
    expect(followFields(filter, new Map([['title', null]]))).toEqual(
      buildFilter({
        filter: { query: 'foo', fields: { _status: { eq: 'draft' } } },
        columns: null,
        orderBy: null,
      }),
    );
  });

  it('stays the same object where it names none of them', () => {
    const filter = buildFilter();
    expect(followFields(filter, new Map([['other', null]]))).toBe(filter);
  });
});
