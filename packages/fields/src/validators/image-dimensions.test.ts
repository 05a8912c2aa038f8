import { describeRule } from '../testing/describe-rule.ts';
import { aboutUpload, buildAsset } from '../testing/run-validator.ts';

const asset = buildAsset();
const parameters = { width_min_value: 100, height_max_value: 50 };

describeRule('image_dimensions', 'VALIDATION_IMAGE_DIMENSIONS', [
  {
    title: 'at the bounds',
    fieldType: 'file',
    parameters,
    facts: aboutUpload({ width: 100, height: 50 }),
    accepts: [asset],
  },
  {
    title: 'too narrow',
    fieldType: 'file',
    parameters,
    facts: aboutUpload({ width: 99, height: 50 }),
    refuses: [asset],
  },
  {
    title: 'too high',
    fieldType: 'gallery',
    parameters,
    facts: aboutUpload({ width: 100, height: 51 }),
    refuses: [[asset]],
    at: ['0'],
  },
  {
    title: 'of no image',
    fieldType: 'file',
    parameters,
    facts: aboutUpload({ width: null, height: null }),
    refuses: [asset],
  },
]);
