import { describeRule } from '../testing/describe-rule.ts';
import { aboutUpload, buildAsset } from '../testing/run-validator.ts';

const asset = buildAsset();
const pictures = { predefined_list: 'image' };

describeRule('extension', 'VALIDATION_EXTENSION', [
  {
    title: 'of an image',
    fieldType: 'file',
    parameters: pictures,
    facts: aboutUpload({ format: 'svg' }),
    accepts: [asset],
  },
  {
    title: 'of no image',
    fieldType: 'file',
    parameters: pictures,
    facts: aboutUpload({ format: 'pdf' }),
    refuses: [asset],
  },
  {
    title: 'of a file without extension',
    fieldType: 'file',
    parameters: pictures,
    facts: aboutUpload({ format: null }),
    refuses: [asset],
  },
  {
    title: 'of an image that can be transformed',
    fieldType: 'file',
    parameters: { predefined_list: 'transformable_image' },
    facts: aboutUpload({ format: 'svg' }),
    refuses: [asset],
  },
  {
    title: 'of a video',
    fieldType: 'file',
    parameters: { predefined_list: 'video' },
    facts: aboutUpload({ format: 'mp4' }),
    accepts: [asset],
  },
  {
    title: 'of a document',
    fieldType: 'file',
    parameters: { predefined_list: 'document' },
    facts: aboutUpload({ format: 'mp4' }),
    refuses: [asset],
  },
  {
    title: 'by either name of JPEG',
    fieldType: 'file',
    parameters: { extensions: ['.JPEG'] },
    facts: aboutUpload({ format: 'jpg' }),
    accepts: [asset],
  },
  {
    title: 'of each asset of a gallery',
    fieldType: 'gallery',
    parameters: { extensions: ['pdf'] },
    facts: aboutUpload({ format: 'jpg' }),
    accepts: [[]],
    refuses: [[asset, asset]],
    at: ['0', '1'],
  },
  {
    title: 'of an upload that is gone',
    fieldType: 'file',
    parameters: pictures,
    facts: {},
    accepts: [asset],
  },
]);
