import type { ParseContext } from '@recto/content/field-type';
import type { Path } from '@recto/content/problem';
import { readEntityId } from '../reading/read-entity-id.ts';
import { readObject } from '../reading/read-object.ts';
import { readText } from '../reading/read-text.ts';
import { rejectFormat } from '../reading/reject-format.ts';

const TWITTER_CARDS = ['summary', 'summary_large_image'] as const;

export type Seo = {
  title: string | null;
  description: string | null;
  /** Upload id of the social image. */
  image: string | null;
  twitter_card: (typeof TWITTER_CARDS)[number] | null;
  no_index: boolean;
};

const KEYS = { required: [], optional: ['title', 'description', 'image', 'twitter_card', 'no_index'] };

/** Characters of the title and of the description. */
const LONGEST_SEO_TEXT = 320;

export function readSeo(input: unknown, context: ParseContext): Seo | undefined {
  const given = readObject(input, KEYS, context);
  if (!given) return undefined;
  const at = (key: string): Path => [...context.path, key];
  const title = readSeoText(given.title ?? null, context, at('title'));
  const description = readSeoText(given.description ?? null, context, at('description'));
  const image = readImage(given.image ?? null, context, at('image'));
  const twitter_card = readTwitterCard(given.twitter_card ?? null, context, at('twitter_card'));
  const no_index = readFlag(given.no_index ?? false, context, at('no_index'));
  const value = { title, description, image, twitter_card, no_index };
  return isComplete(value) ? value : undefined;
}

/** Every key in its documented order: the database keeps keys in an order of its own. */
export function orderSeoKeys({ title, description, image, twitter_card, no_index }: Seo): Seo {
  return { title, description, image, twitter_card, no_index };
}

function isComplete(value: { [Key in keyof Seo]: Seo[Key] | undefined }): value is Seo {
  return Object.values(value).every((part) => part !== undefined);
}

function readSeoText(input: unknown, context: ParseContext, path: Path): string | null | undefined {
  return input === null ? null : readText(input, context, path, LONGEST_SEO_TEXT);
}

function readImage(input: unknown, context: ParseContext, path: Path): string | null | undefined {
  return input === null ? null : readEntityId(input, context, path);
}

function readTwitterCard(input: unknown, context: ParseContext, path: Path): Seo['twitter_card'] | undefined {
  if (input === null) return null;
  const card = TWITTER_CARDS.find((name) => name === input);
  return card ?? rejectFormat(context, `must be one of ${TWITTER_CARDS.join(', ')}`, path);
}

function readFlag(input: unknown, context: ParseContext, path: Path): boolean | undefined {
  return typeof input === 'boolean' ? input : rejectFormat(context, 'must be a boolean', path);
}
