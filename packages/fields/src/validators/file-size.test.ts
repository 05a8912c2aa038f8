import { describeRule } from '../testing/describe-rule.ts';
import { aboutUpload, buildAsset } from '../testing/run-validator.ts';

const asset = buildAsset();
const parameters = { min_value: 10, min_unit: 'B', max_value: 2, max_unit: 'KB' };

describeRule('file_size', 'VALIDATION_FILE_SIZE', [
  {
    title: 'at the upper bound',
    fieldType: 'file',
    parameters,
    facts: aboutUpload({ size: 2_048 }),
    accepts: [asset],
  },
  {
    title: 'above the upper bound',
    fieldType: 'file',
    parameters,
    facts: aboutUpload({ size: 2_049 }),
    refuses: [asset],
  },
  {
    title: 'below the lower bound',
    fieldType: 'file',
    parameters,
    facts: aboutUpload({ size: 9 }),
    refuses: [asset],
  },
  {
    title: 'of the social image',
    fieldType: 'seo',
    parameters,
    facts: aboutUpload({ size: 9 }),
    accepts: [{ image: null }],
    refuses: [{ image: '1' }],
    at: ['image'],
  },
]);
