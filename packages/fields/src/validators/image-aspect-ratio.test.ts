import { describeRule } from '../testing/describe-rule.ts';
import { aboutUpload, buildAsset } from '../testing/run-validator.ts';

const asset = buildAsset();
const exact = { eq_ar_numerator: 16, eq_ar_denominator: 9 };
const between = { min_ar_numerator: 1, min_ar_denominator: 1, max_ar_numerator: 2, max_ar_denominator: 1 };

describeRule('image_aspect_ratio', 'VALIDATION_IMAGE_ASPECT_RATIO', [
  {
    title: 'as demanded',
    fieldType: 'file',
    parameters: exact,
    facts: aboutUpload({ width: 1_920, height: 1_080 }),
    accepts: [asset],
  },
  {
    title: 'a little off',
    fieldType: 'file',
    parameters: exact,
    facts: aboutUpload({ width: 1_921, height: 1_080 }),
    refuses: [asset],
  },
  {
    title: 'at the lower bound',
    fieldType: 'file',
    parameters: between,
    facts: aboutUpload({ width: 10, height: 10 }),
    accepts: [asset],
  },
  {
    title: 'below the lower bound',
    fieldType: 'file',
    parameters: between,
    facts: aboutUpload({ width: 9, height: 10 }),
    refuses: [asset],
  },
  {
    title: 'above the upper bound',
    fieldType: 'file',
    parameters: between,
    facts: aboutUpload({ width: 21, height: 10 }),
    refuses: [asset],
  },
  {
    title: 'of no image',
    fieldType: 'file',
    parameters: exact,
    facts: aboutUpload({ width: null, height: null }),
    refuses: [asset],
  },
]);
