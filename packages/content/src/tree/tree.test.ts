import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import {
  adoptChildren,
  ancestorsOf,
  childrenOf,
  descendantsOf,
  moveNode,
  plantNode,
  rearrangeTree,
  type Tree,
  type TreeNode,
  uprootNode,
} from './tree.ts';

/** `['a', 'b', ['b', 'b1', 'b2']]`: a and b at the root, b1 and b2 below b. */
function buildTree(...parts: (string | [parent: string, ...children: string[]])[]): Tree<TreeNode> {
  const roots = parts.filter((part) => typeof part === 'string');
  const groups: [string | null, string[]][] = [[null, roots]];
  for (const part of parts) if (typeof part !== 'string') groups.push([part[0], part.slice(1)]);
  return groups.flatMap(([parentId, ids]) => ids.map((id, at) => ({ id, parentId, position: at + 1 })));
}

/** `a b(b1 b2)`; fails when positions are not 1, 2, 3 … */
function outline(tree: Tree<TreeNode>, parentId: string | null = null): string {
  const children = childrenOf(tree, parentId);
  expect(children.map(({ position }) => position)).toEqual(children.map((_, index) => index + 1));
  return children
    .map(({ id }) => {
      const below = outline(tree, id);
      return below ? `${id}(${below})` : id;
    })
    .join(' ');
}

const tree = buildTree('a', 'b', 'c', ['b', 'b1', 'b2'], ['b1', 'deep']);
const find = (id: string) => {
  const node = tree.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`no ${id}`);
  return node;
};
const newNode = { id: 'n', parentId: null, position: 0 };

describe('a new node', () => {
  it.each<[string | null, number | undefined, string]>([
    [null, undefined, 'a b(b1(deep) b2) c n'],
    [null, 1, 'n a b(b1(deep) b2) c'],
    ['b', 2, 'a b(b1(deep) n b2) c'],
    ['b', 99, 'a b(b1(deep) b2 n) c'],
    ['c', undefined, 'a b(b1(deep) b2) c(n)'],
  ])('below %s at %s pushes later siblings back', (parentId, position, expected) => {
    expect(outline(plantNode(tree, newNode, { parentId, position }).tree)).toBe(expected);
  });
});

describe('a moved node', () => {
  it.each<[string, string | null, number | undefined, string]>([
    ['a', null, 3, 'b(b1(deep) b2) c a'],
    ['c', null, 1, 'c a b(b1(deep) b2)'],
    ['b', null, 2, 'a b(b1(deep) b2) c'],
    ['b1', null, 1, 'b1(deep) a b(b2) c'],
    ['a', 'b', 1, 'b(a b1(deep) b2) c'],
    ['a', 'b', undefined, 'b(b1(deep) b2 a) c'],
  ])('%s below %s at %s leaves no gap and takes no taken place', (id, parentId, position, expected) => {
    expect(outline(moveNode(tree, find(id), { parentId, position }).tree)).toBe(expected);
  });

  it('leaves the objects of all others as they are', () => {
    const moved = moveNode(tree, find('b2'), { parentId: 'b', position: 1 }).tree;
    expect(moved.filter((node) => !tree.includes(node)).map(({ id }) => id)).toEqual(['b1', 'b2']);
  });

  it.each([
    ['b', 'b'],
    ['b', 'b1'],
    ['b', 'deep'],
    ['a', 'nobody'],
  ])('%s cannot stand below %s', (id, parentId) => {
    const move = () => moveNode(tree, find(id), { parentId, position: 1 });
    expect(move).toThrow(Refusal);
    expect(move).toThrow('INVALID_PARENT');
  });

  it('stands on one of twenty levels', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `level${index + 1}`);
    const chain = ids.map((id, index) => ({ id, parentId: ids[index - 1] ?? null, position: 1 }));
    expect(() => plantNode(chain, newNode, { parentId: 'level20', position: 1 })).toThrow('INVALID_PARENT');
    expect(outline(plantNode(chain, newNode, { parentId: 'level19', position: 2 }).tree)).toContain(' n');
  });
});

describe('a node that goes', () => {
  it('leaves its children at the end of the root', () => {
    expect(outline(uprootNode(tree, find('b')))).toBe('a c b1(deep) b2');
    expect(outline(uprootNode(tree, find('a')))).toBe('b(b1(deep) b2) c');
  });
});

describe('a parent with other children', () => {
  it.each<[string, string[], string]>([
    ['b', ['b1', 'b2'], 'a b(b1(deep) b2) c'],
    ['b', ['b2', 'b1'], 'a b(b2 b1(deep)) c'],
    ['b', ['c', 'b2'], 'a b(c b2) b1(deep)'],
    ['a', ['deep'], 'a(deep) b(b1 b2) c'],
  ])('%s takes %j in this order and leaves the others to the root', (id, children, expected) => {
    expect(outline(adoptChildren(tree, id, children))).toBe(expected);
  });

  it('cannot take what is not there, nor what it stands below', () => {
    expect(() => adoptChildren(tree, 'b', ['nobody'])).toThrow('INVALID_RELATIONSHIP');
    expect(() => adoptChildren(tree, 'b1', ['b'])).toThrow('INVALID_PARENT');
  });
});

describe('many moves at once', () => {
  it('arrive where they were sent', () => {
    const places = [
      { id: 'c', parentId: null, position: 1 },
      { id: 'a', parentId: 'b', position: 2 },
      { id: 'b2', parentId: 'b', position: 1 },
      { id: 'b1', parentId: 'c', position: 1 },
    ];
    expect(outline(rearrangeTree(tree, places))).toBe('c(b1(deep)) b(b2 a)');
  });

  it('are refused where two would share a place', () => {
    const places = [{ id: 'a', parentId: null, position: 2 }];
    expect(() => rearrangeTree(tree, places)).toThrow('DUPLICATE_POSITIONS_FOUND');
  });

  it('are refused where they make a ring', () => {
    const places = [
      { id: 'a', parentId: 'c', position: 1 },
      { id: 'c', parentId: 'a', position: 1 },
    ];
    expect(() => rearrangeTree(tree, places)).toThrow('INVALID_PARENT');
  });
});

it('a node knows what is above and below it', () => {
  expect(ancestorsOf(tree, 'deep')).toEqual(['b1', 'b']);
  expect(ancestorsOf(tree, null)).toEqual([]);
  expect(descendantsOf(tree, 'b')).toEqual(['b1', 'b2', 'deep']);
});
