import { Type } from '@sinclair/typebox';
import { describe, expect, it } from 'vitest';
import { readQuery } from './read-query.ts';

const contract = Type.Object({
  nested: Type.Optional(Type.Boolean()),
  page: Type.Optional(Type.Object({ limit: Type.Integer(), offset: Type.Optional(Type.Integer()) })),
  version: Type.Optional(Type.Union([Type.Literal('current'), Type.Integer(), Type.Null()])),
  ids: Type.Optional(Type.Array(Type.String())),
  numbers: Type.Optional(Type.Array(Type.Number())),
  name: Type.Optional(Type.String()),
});

describe('a query string', () => {
  it.each([
    ['nested=true', { nested: true }],
    ['nested=false', { nested: false }],
    ['nested=1', { nested: '1' }],
    ['page[limit]=5&page[offset]=10', { page: { limit: 5, offset: 10 } }],
    ['page%5Blimit%5D=5', { page: { limit: 5 } }],
    ['page[limit]=5x', { page: { limit: '5x' } }],
    ['page[limit]=', { page: { limit: '' } }],
    ['page[limit]=1e3', { page: { limit: '1e3' } }],
    ['version=current', { version: 'current' }],
    ['version=12', { version: 12 }],
    ['name=12', { name: '12' }],
    ['name=true', { name: 'true' }],
    ['ids[]=a&ids[]=b', { ids: ['a', 'b'] }],
    ['numbers[]=1.5&numbers[]=-2', { numbers: [1.5, -2] }],
    ['name=a+b%26c', { name: 'a b&c' }],
    ['unknown[deep][er]=1', { unknown: { deep: { er: '1' } } }],
    ['unknown[constructor][eq]=1', { unknown: { constructor: { eq: '1' } } }],
    ['', {}],
  ])('%s is read as %j', (query, expected) => {
    expect(readQuery(`/items?${query}`, contract)).toEqual(expected);
  });

  it('may be missing', () => {
    expect(readQuery('/items', contract)).toEqual({});
  });

  it('cannot change what every object inherits', () => {
    readQuery('/items?__proto__[isAdmin]=true&constructor[prototype][isAdmin]=true', contract);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it.each([
    ['too deep', `a${'[b]'.repeat(20)}=1`],
    ['too long', `a=${'x'.repeat(200_000)}`],
    ['of too many parts', 'a=1&'.repeat(3000)],
    ['with a list that is too long', 'a[]=1&'.repeat(1500)],
    ['with NUL', 'a=%00'],
  ])('that is %s is refused', (_, query) => {
    expect(() => readQuery(`/items?${query}`, contract)).toThrow('INVALID_PARAMS');
  });
});
