import { describe, expect, it } from 'vitest';
import { buildTestSchema } from '../schema/testing.ts';
import { checkMenuItem, type MenuItem, visibleMenuItems } from './menu-item.ts';

function buildItem(id: string, overrides: Partial<MenuItem> = {}): MenuItem {
  return {
    id,
    parentId: null,
    position: 1,
    label: id,
    externalUrl: null,
    openInNewTab: false,
    itemTypeId: null,
    itemTypeFilterId: null,
    ...overrides,
  };
}

describe('the menu of somebody who may not read every model', () => {
  const tree = [
    buildItem('open', { itemTypeId: 'open' }),
    buildItem('closed', { itemTypeId: 'closed' }),
    buildItem('mixed'),
    buildItem('open below', { itemTypeId: 'open', parentId: 'mixed' }),
    buildItem('closed below', { itemTypeId: 'closed', parentId: 'mixed' }),
    buildItem('all closed'),
    buildItem('inner', { parentId: 'all closed' }),
    buildItem('closed far below', { itemTypeId: 'closed', parentId: 'inner' }),
    buildItem('link', { externalUrl: 'https://example.org' }),
    buildItem('empty'),
  ];

  it('shows neither those models nor groups of nothing else', () => {
    const shown = visibleMenuItems(tree, new Set(['open'])).map(({ id }) => id);
    expect(shown).toEqual(['open', 'mixed', 'open below', 'link', 'empty']);
  });
});

describe('a menu item', () => {
  const schema = buildTestSchema([
    { id: 'model', apiKey: 'model' },
    { id: 'block', apiKey: 'block', modularBlock: true },
  ]);
  const filterModels = new Map([['filter', 'model']]);

  it.each<[Partial<MenuItem>, string[]]>([
    [{}, []],
    [{ itemTypeId: 'model', itemTypeFilterId: 'filter' }, []],
    [{ label: ' ' }, ['label']],
    [{ itemTypeId: 'gone' }, ['item_type']],
    [{ itemTypeId: 'block' }, ['item_type']],
    [{ itemTypeFilterId: 'filter' }, ['item_type_filter']],
    [{ itemTypeId: 'model', itemTypeFilterId: 'gone' }, ['item_type_filter']],
    [{ externalUrl: 'https://example.org/a?b' }, []],
    [{ externalUrl: '/editor/help' }, []],
    [{ externalUrl: 'mailto:help@example.org' }, []],
    [{ externalUrl: 'javascript:alert(1)' }, ['external_url']],
    [{ externalUrl: ' java\nscript:alert(1)' }, ['external_url']],
    [{ externalUrl: 'data:text/html,<script>' }, ['external_url']],
  ])('%j has these problems: %j', (overrides, fields) => {
    const problems = checkMenuItem(buildItem('item', overrides), schema, filterModels);
    expect(problems.map(({ details }) => (details as { field: string }).field)).toEqual(fields);
  });
});
