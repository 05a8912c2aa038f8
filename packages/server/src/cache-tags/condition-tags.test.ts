import type { Condition, Operand } from '@recto/content/condition';
import { expect, it } from 'vitest';
import { conditionTags } from './condition-tags.ts';
import { fieldTag, membersTag, metaTag, recordTag, referrersTag, valueTag } from './content-tags.ts';

const model = { environmentId: 'e', version: 'published', itemTypeId: 'post' } as const;
const slug: Operand = { kind: 'field', fieldId: 'slug', locale: null, storedAs: 'text' };
const price: Operand = { kind: 'field', fieldId: 'price', locale: null, storedAs: 'float' };
const slugIs = (value: string): Condition => ({ kind: 'compare', operand: slug, operator: 'eq', value });
const isDear: Condition = { kind: 'compare', operand: price, operator: 'gt', value: 10 };
const linksTo: Condition = { kind: 'links_to', itemId: 'ada', paths: null, locales: null };

const members = membersTag(model, 'post');
const priceTag = fieldTag(model, 'price');
const slugTag = fieldTag(model, 'slug');

it.each<[string, Condition | null, string[]]>([
  ['all records', null, [members]],
  ['no record', { kind: 'never' }, []],
  ['those with a dear price', isDear, [members, priceTag]],
  ['the one with a slug', slugIs('one'), [valueTag(model, 'slug', 'one')]],
  [
    'one by its id',
    { kind: 'in', operand: { kind: 'meta', name: 'id' }, values: ['x'] },
    [recordTag(model, 'x')],
  ],
  ['those that link to one', linksTo, [referrersTag(model, 'ada')]],
  [
    'a slug, if its price is dear',
    { kind: 'and', conditions: [isDear, slugIs('one')] },
    [priceTag, valueTag(model, 'slug', 'one')],
  ],
  [
    'one slug or another',
    { kind: 'or', conditions: [slugIs('one'), slugIs('two')] },
    [valueTag(model, 'slug', 'one'), valueTag(model, 'slug', 'two')],
  ],
  [
    'a slug or a dear price',
    { kind: 'or', conditions: [slugIs('one'), isDear] },
    [members, slugTag, priceTag],
  ],
  ['all but a slug', { kind: 'not', condition: slugIs('one') }, [members, slugTag]],
  ['a slug as long as a text', slugIs('x'.repeat(300)), [members, slugTag]],
  [
    'those of a status',
    { kind: 'in', operand: { kind: 'meta', name: 'status' }, values: ['draft'] },
    [members, metaTag(model, 'post', 'status')],
  ],
])('%s', (_name, condition, tags) => {
  expect(conditionTags(condition, model).tags).toEqual(tags);
});
