import { describeRule } from '../testing/describe-rule.ts';
import { aboutUpload, buildAsset } from '../testing/run-validator.ts';

const both = { alt: true, title: true };
const withDefaults = aboutUpload({ defaultFieldMetadata: { en: { alt: 'A cat', title: null } } });

describeRule('required_alt_title', 'VALIDATION_REQUIRED_ALT_TITLE', [
  {
    title: 'with texts of its own',
    fieldType: 'file',
    parameters: both,
    facts: aboutUpload(),
    accepts: [buildAsset({ alt: 'a', title: 't' })],
  },
  {
    title: 'without texts',
    fieldType: 'file',
    parameters: both,
    facts: aboutUpload(),
    refuses: [buildAsset(), buildAsset({ alt: ' ' })],
    at: ['title', 'alt'],
  },
  {
    title: 'asking for one text only',
    fieldType: 'file',
    parameters: { alt: true, title: false },
    facts: aboutUpload(),
    accepts: [buildAsset({ alt: 'a' })],
  },
  {
    title: 'with the default of the locale',
    fieldType: 'file',
    parameters: { alt: true },
    facts: withDefaults,
    locale: 'en',
    accepts: [buildAsset()],
  },
  {
    title: 'with the default of another locale',
    fieldType: 'file',
    parameters: { alt: true },
    facts: withDefaults,
    locale: 'it',
    refuses: [buildAsset()],
    at: ['alt'],
  },
  {
    title: 'with a default, in a field without locales',
    fieldType: 'file',
    parameters: { alt: true },
    facts: withDefaults,
    accepts: [buildAsset()],
  },
  {
    title: 'of each asset of a gallery',
    fieldType: 'gallery',
    parameters: { alt: true },
    facts: aboutUpload(),
    accepts: [[]],
    refuses: [[buildAsset({ alt: 'a' }), buildAsset()]],
    at: ['1.alt'],
  },
]);
