import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { buildTestSchema } from '../schema/testing.ts';
import { destroyItem } from './destroy-item.ts';
import { type Item, statusOf } from './item.ts';
import type { ItemChange } from './item-change.ts';
import { publishItem } from './publish-item.ts';
import { buildItem, circumstances, NOW, published } from './testing.ts';
import { unpublishItem } from './unpublish-item.ts';

const links = (apiKey: string, strategies: Record<string, string>, required = false) => ({
  apiKey,
  fieldType: 'links' as const,
  validators: {
    items_item_type: {
      item_types: ['post'],
      on_reference_delete_strategy: 'delete_references',
      ...strategies,
    },
    ...(required ? { required: {} } : {}),
  },
});

const schema = buildTestSchema([
  {
    apiKey: 'post',
    tree: true,
    draftModeActive: true,
    fields: [
      { apiKey: 'title', validators: { required: {} } },
      links('strict', {
        on_publish_with_unpublished_references_strategy: 'fail',
        on_reference_unpublish_strategy: 'fail',
        on_reference_delete_strategy: 'fail',
      }),
      links('cascading', {
        on_publish_with_unpublished_references_strategy: 'publish_references',
        on_reference_unpublish_strategy: 'unpublish',
      }),
      links('loose', { on_reference_unpublish_strategy: 'delete_references' }),
    ],
  },
  {
    apiKey: 'needy',
    draftModeActive: true,
    fields: [links('loose_needed', { on_reference_unpublish_strategy: 'delete_references' }, true)],
  },
]);

const post = (
  id: string,
  values: Record<string, string[] | string> = {},
  parentId: string | null = null,
): Item =>
  buildItem({
    id,
    itemTypeId: 'post',
    parentId,
    current: { title: id, strict: null, cascading: null, loose: null, ...values },
  });
const live = (item: Item) => published(item, schema);

function codes(decide: () => unknown): string[] {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error.reasons.map(({ code }) => code);
    throw error;
  }
  return [];
}
const idsOf = (changes: ItemChange[]) => changes.map(({ after, before }) => (after ?? before)?.id);

function publish(item: Item, others: Item[] = [], recursive = false): ItemChange[] {
  const reachable = new Map(others.map((other) => [other.id, other]));
  return publishItem(
    { item, document: item.current, recursive, reachable },
    circumstances(schema, [item, ...others]),
  );
}

describe('publishing', () => {
  it('makes the current version the published one', () => {
    const [change] = publish(post('a'));
    expect(change?.after).toMatchObject({
      publishedVersionId: 'a-v1',
      publishedAt: NOW,
      firstPublishedAt: NOW,
    });
    expect(change?.versions).toEqual([]);
    expect(change?.events.map(({ eventType }) => eventType)).toEqual(['publish']);
  });

  it('keeps the date of the first publication', () => {
    const firstPublishedAt = '2020-01-01T00:00:00.000Z';
    const [change] = publish({ ...post('a'), firstPublishedAt });
    expect(change?.after).toMatchObject({ firstPublishedAt, publishedAt: NOW });
  });

  it('takes linked drafts along where the field says so, through any number of records and in circles', () => {
    const [a, b, c] = [
      post('a', { cascading: ['b'] }),
      post('b', { cascading: ['c'] }),
      post('c', { cascading: ['a'] }),
    ];
    expect(idsOf(publish(a, [b, c]))).toEqual(['a', 'b', 'c']);
  });

  it('leaves linked records alone that are published already', () => {
    expect(idsOf(publish(post('a', { cascading: ['b'] }), [live(post('b'))]))).toEqual(['a']);
  });

  it('allows a strict link to what is published in the same step', () => {
    const a = post('a', { cascading: ['b'], strict: ['b'] });
    expect(idsOf(publish(a, [post('b', { strict: ['a'] })]))).toEqual(['a', 'b']);
  });

  it('takes unpublished ancestors along when it is recursive', () => {
    const others = [post('b', {}, 'c'), post('c')];
    expect(idsOf(publish(post('a', {}, 'b'), others, true))).toEqual(['a', 'b', 'c']);
  });

  it.each<[string, () => unknown, string[]]>([
    ['a link to a draft', () => publish(post('a', { strict: ['b'] }), [post('b')]), ['UNPUBLISHED_LINK']],
    ['a draft below a draft', () => publish(post('a', {}, 'b'), [post('b')]), ['UNPUBLISHED_PARENT']],
    ['an invalid draft', () => publish(post('a', { title: '' })), ['INVALID_DRAFT', 'INVALID_FIELD']],
    [
      'a cascade that ends in an invalid draft',
      () => publish(post('a', { cascading: ['b'] }), [post('b', { title: '' })]),
      ['INVALID_DRAFT', 'INVALID_FIELD'],
    ],
    [
      'everything at once',
      () => publish(post('a', { title: '', strict: ['b'] }, 'c'), [post('b'), post('c')]),
      ['INVALID_DRAFT', 'INVALID_FIELD', 'UNPUBLISHED_LINK', 'UNPUBLISHED_PARENT'],
    ],
  ])('refuses %s', (_title, decide, reasons) => {
    expect(codes(decide)).toEqual(reasons);
  });
});

function unpublish(item: Item, affected: Item[] = [], recursive = false): ItemChange[] {
  return unpublishItem({ item, affected, recursive }, circumstances(schema, [item, ...affected]));
}

describe('unpublishing', () => {
  it('takes the published version off and keeps the current one', () => {
    const item = live(post('a'));
    const [change] = unpublish(item);
    expect(change?.after).toMatchObject({ published: null, publishedAt: null, current: item.current });
    expect(change?.after?.firstPublishedAt).toBe(NOW);
  });

  it('takes records off that cannot do without it, through any number of them and in circles', () => {
    const others = [
      live(post('b', { cascading: ['a'] })),
      live(post('c', { cascading: ['b'], strict: ['a'] })),
    ];
    expect(idsOf(unpublish(live(post('a', { cascading: ['c'] })), others))).toEqual(['a', 'b', 'c']);
  });

  it('takes links off the published version where the field says so', () => {
    const referrer = live(post('b', { loose: ['a', 'x'] }));
    const changes = unpublish(live(post('a')), [referrer, live(post('x'))]);
    const changed = changes.find(({ after }) => after?.id === 'b');
    expect(changed?.after?.published).toMatchObject({ loose: ['x'] });
    expect(changed?.after?.current).toMatchObject({ loose: ['a', 'x'] });
    expect(changed?.after && statusOf(changed.after)).toBe('updated');
  });

  it('takes descendants off when it is recursive', () => {
    const others = [live(post('b', {}, 'a')), live(post('c', {}, 'b'))];
    expect(idsOf(unpublish(live(post('a')), others, true))).toEqual(['a', 'b', 'c']);
  });

  const needy = live(buildItem({ id: 'n', itemTypeId: 'needy', current: { loose_needed: ['a'] } }));
  it.each<[string, () => unknown, string[]]>([
    [
      'a published link holds on to it',
      () => unpublish(live(post('a')), [live(post('b', { strict: ['a'] }))]),
      ['PUBLISHED_REFERENCES'],
    ],
    [
      'a required link would become empty',
      () => unpublish(live(post('a')), [needy]),
      ['PUBLISHED_REFERENCES'],
    ],
    [
      'a child is published',
      () => unpublish(live(post('a')), [live(post('b', {}, 'a'))]),
      ['PUBLISHED_CHILDREN'],
    ],
  ])('is refused while %s', (_title, decide, reasons) => {
    expect(codes(decide)).toEqual(reasons);
  });
});

function destroy(item: Item, referrers: Item[] = [], hasChildren = false): ItemChange[] {
  return destroyItem({ item, hasChildren, referrers }, circumstances(schema, [item, ...referrers]));
}

describe('destroying', () => {
  it('takes the links to it off both versions, as one new version where they are one', () => {
    const changes = destroy(post('a'), [live(post('b', { loose: ['a', 'x'] })), live(post('x'))]);
    const changed = changes.find(({ after }) => after?.id === 'b');
    expect(changed?.after).toMatchObject({ current: { loose: ['x'] }, published: { loose: ['x'] } });
    expect(changed?.after && statusOf(changed.after)).toBe('published');
    expect(changed?.versions).toHaveLength(1);
    expect(changed?.events.map(({ eventType }) => eventType)).toEqual(['update', 'publish']);
  });

  it('does not care about links to itself', () => {
    const item = post('a', { strict: ['a'] });
    expect(idsOf(destroy(item, [item]))).toEqual(['a']);
  });

  it.each<[string, () => unknown, string[]]>([
    [
      'a strict link points at it',
      () => destroy(post('a'), [post('b', { strict: ['a'] })]),
      ['REQUIRED_BY_ASSOCIATION'],
    ],
    [
      'a required link would become empty',
      () =>
        destroy(post('a'), [buildItem({ id: 'n', itemTypeId: 'needy', current: { loose_needed: ['a'] } })]),
      ['REQUIRED_BY_ASSOCIATION'],
    ],
    ['it has children', () => destroy(post('a'), [], true), ['DELETE_RESTRICTION']],
  ])('is refused while %s', (_title, decide, reasons) => {
    expect(codes(decide)).toEqual(reasons);
  });
});
