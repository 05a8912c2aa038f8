import type { UploadFacts } from '@recto/content/facts';
import { listOf, type Report, readSettings } from '../settings/setting.ts';
import { oneOf, shortText } from '../settings/simple-settings.ts';
import { uploadRule } from './asset-rules.ts';
import { requireExactlyOne } from './exactly-one.ts';
import {
  DOCUMENT_FORMATS,
  IMAGE_FORMATS,
  TRANSFORMABLE_IMAGE_FORMATS,
  VIDEO_FORMATS,
} from './file-formats.ts';

const LISTS = {
  image: IMAGE_FORMATS,
  transformable_image: TRANSFORMABLE_IMAGE_FORMATS,
  video: VIDEO_FORMATS,
  document: DOCUMENT_FORMATS,
} as const;

type ExtensionParameters = { extensions?: string[]; predefined_list?: keyof typeof LISTS };

const SETTINGS = { extensions: listOf(shortText), predefined_list: oneOf(Object.keys(LISTS)) };

/** The kind of file: one of a list of extensions, or one of the lists that everybody needs. */
export const extension = uploadRule<ExtensionParameters>(
  'extension',
  readParameters,
  (upload, parameters) => {
    const allowed = parameters.predefined_list
      ? LISTS[parameters.predefined_list]
      : new Set(parameters.extensions?.map(withoutDot));
    return formatsOf(upload).some((format) => allowed.has(format));
  },
);

function readParameters(input: Parameters<typeof readSettings>[0], report: Report): ExtensionParameters {
  const read: ExtensionParameters = readSettings(input, SETTINGS, [], report);
  requireExactlyOne(read, Object.keys(SETTINGS), report);
  return read;
}

/** `jpg` and `jpeg` are one format with two names. */
function formatsOf({ format }: UploadFacts): string[] {
  const name = withoutDot(format ?? '');
  return name === 'jpg' || name === 'jpeg' ? ['jpg', 'jpeg'] : [name];
}

function withoutDot(extension: string): string {
  return extension.toLowerCase().replace(/^\./, '');
}
