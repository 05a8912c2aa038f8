import { describeRule } from '../testing/describe-rule.ts';

const parameters = { title: true, image: true, description: false };

describeRule('required_seo_fields', 'VALIDATION_REQUIRED_SEO_FIELDS', [
  {
    title: 'of two parts',
    fieldType: 'seo',
    parameters,
    accepts: [{ title: 'T', image: '1', description: null }],
    refuses: [null, { title: ' ', image: null }],
    at: ['title', 'image'],
  },
]);
