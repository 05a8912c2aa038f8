import { describeRule } from '../testing/describe-rule.ts';
import { aboutItems } from '../testing/run-validator.ts';

const parameters = { item_types: ['11', '12'] };

describeRule('item_item_type', 'VALIDATION_ITEM_ITEM_TYPE', [
  { title: 'to an allowed model', fieldType: 'link', parameters, facts: aboutItems('12'), accepts: ['1'] },
  {
    title: 'to another model',
    fieldType: 'link',
    parameters,
    facts: aboutItems('13'),
    refuses: ['1'],
    at: [''],
  },
  {
    title: 'to no model at all',
    fieldType: 'link',
    parameters: { item_types: [] },
    facts: aboutItems('11'),
    refuses: ['1'],
    at: [''],
  },
]);
