import type { FieldType, ParseContext } from '@recto/content/field-type';
import { readObject } from '../reading/read-object.ts';
import { readText } from '../reading/read-text.ts';
import { rejectFormat } from '../reading/reject-format.ts';
import { withoutParameters } from '../settings/editor.ts';

const VIDEO_PROVIDERS = ['youtube', 'vimeo', 'facebook'] as const;
const TEXTS = ['provider_uid', 'url', 'thumbnail_url', 'title'] as const;
const SIZES = ['width', 'height'] as const;

export type Video = {
  provider: (typeof VIDEO_PROVIDERS)[number];
  provider_uid: string;
  url: string;
  width: number;
  height: number;
  thumbnail_url: string;
  title: string;
};

/** A video that lives elsewhere. Whoever sends it has asked the provider for its details; they are stored as given. */
export const video: FieldType<Video> = {
  name: 'video',
  parse(input, context) {
    const given = readObject(input, { required: ['provider', ...TEXTS, ...SIZES] }, context);
    if (!given) return undefined;
    const isRight = [hasKnownProvider, hasTexts, hasSizes].map((check) => check(given, context));
    return isRight.every(Boolean) ? orderKeys(given as Video) : undefined;
  },
  present: orderKeys,
  isBlank: (value) => value === null,
  text: (value) => value.title,
  storedAs: 'json',
  validators: { required: [], optional: ['required'] },
  editors: { video: withoutParameters },
  hasDefaultValue: false,
  delivery: { output: { kind: 'object', type: 'VideoField' }, filter: 'VideoFilter', orderable: false },
};

function hasKnownProvider(given: Record<string, unknown>, context: ParseContext): boolean {
  if (VIDEO_PROVIDERS.some((provider) => provider === given.provider)) return true;
  rejectFormat(context, `must be one of ${VIDEO_PROVIDERS.join(', ')}`, [...context.path, 'provider']);
  return false;
}

function hasTexts(given: Record<string, unknown>, context: ParseContext): boolean {
  const read = TEXTS.map((key) => readText(given[key], context, [...context.path, key]));
  return read.every((value) => value !== undefined);
}

function hasSizes(given: Record<string, unknown>, context: ParseContext): boolean {
  const wrong = SIZES.filter((key) => !Number.isSafeInteger(given[key]) || Number(given[key]) < 0);
  for (const key of wrong) {
    rejectFormat(context, 'must be an integer, zero or more', [...context.path, key]);
  }
  return wrong.length === 0;
}

function orderKeys(value: Video): Video {
  const { provider, provider_uid, url, width, height, thumbnail_url, title } = value;
  return { provider, provider_uid, url, width, height, thumbnail_url, title };
}
