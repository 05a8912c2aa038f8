import { describeRule } from '../testing/describe-rule.ts';

describeRule('slug_format', 'VALIDATION_SLUG_FORMAT', [
  {
    title: 'of a web page',
    fieldType: 'slug',
    parameters: { predefined_pattern: 'webpage_slug' },
    accepts: ['a', 'a-title', 'a_title-2', '2024', ''],
    refuses: ['A-Title', 'a title', '-a', 'a-', 'a/b', 'ü', 'a.html'],
  },
  {
    title: 'of a pattern',
    fieldType: 'slug',
    parameters: { custom_pattern: '^[a-z]+(/[a-z]+)*$' },
    accepts: ['a', 'a/b'],
    refuses: ['/a', 'a/'],
  },
]);
