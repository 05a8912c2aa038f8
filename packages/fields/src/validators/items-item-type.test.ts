import { describeRule } from '../testing/describe-rule.ts';
import { aboutItems } from '../testing/run-validator.ts';

const parameters = { item_types: ['11', '12'] };

describeRule('items_item_type', 'VALIDATION_ITEMS_ITEM_TYPE', [
  {
    title: 'to an allowed model',
    fieldType: 'links',
    parameters,
    facts: aboutItems('12'),
    accepts: [['1', '2']],
  },
  {
    title: 'to another model',
    fieldType: 'links',
    parameters,
    facts: aboutItems('13'),
    refuses: [['1', '2']],
    at: ['0', '1'],
  },
  {
    title: 'to no model at all',
    fieldType: 'links',
    parameters: { item_types: [] },
    facts: aboutItems('11'),
    refuses: [['1', '2']],
    at: ['0', '1'],
  },
]);
