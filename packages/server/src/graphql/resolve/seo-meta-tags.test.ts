import { describe, expect, it } from 'vitest';
import type { Environment } from '#http/context.ts';
import { buildDelivery, buildUpload } from './testing.ts';

interface Tag {
  tag: string;
  attributes: Record<string, string> | null;
  content: string | null;
}

const preferences = {
  site_name: 'Library',
  title_suffix: ' - Library',
  twitter_account: '@library',
  facebook_page_url: 'https://facebook.test/library',
  fallback_seo: {
    title: 'Books',
    description: 'All books',
    image: null,
    twitter_card: 'summary_large_image',
  },
};
const itemTypes = [
  {
    apiKey: 'book',
    excerptFieldId: 'body',
    fields: [
      { apiKey: 'code' },
      { apiKey: 'name', appearance: { editor: 'single_line', parameters: { heading: true }, addons: [] } },
      { apiKey: 'body', fieldType: 'text' as const },
      { apiKey: 'seo', fieldType: 'seo' as const },
      {
        apiKey: 'cover',
        fieldType: 'file' as const,
        validators: { extension: { predefined_list: 'image' } },
      },
    ],
  },
];
const metadata = { alt: 'A boat', title: null, custom_data: {}, focal_point: null };
const uploads = [buildUpload({ id: 'boat', defaultFieldMetadata: { en: metadata } })];
const asset = {
  upload_id: 'boat',
  alt: null,
  title: null,
  custom_data: {},
  focal_point: null,
  poster_time: null,
};

/** The tags as a page would hold them: `name=content`. */
async function tagsOf(
  values: Record<string, unknown>,
  settings: object = {},
): Promise<Record<string, string>> {
  const { read } = buildDelivery({
    itemTypes,
    uploads,
    items: [{ id: 'a', itemTypeId: 'book', values: values as never }],
    context: { environment: { settings } as Environment },
  });
  const { book } = (await read('{ book { _seoMetaTags { tag attributes content } } }')) as {
    book: { _seoMetaTags: Tag[] };
  };
  return Object.fromEntries(
    book._seoMetaTags.map(({ tag, attributes, content }) =>
      attributes ? [attributes.name ?? attributes.property, attributes.content] : [tag, content],
    ),
  );
}

describe('the tags of a page', () => {
  it('say what the SEO field says', async () => {
    const seo = { title: 'Own', description: 'Told', image: 'boat', twitter_card: 'summary', no_index: true };
    expect(await tagsOf({ name: 'Name', seo }, { global_seo: preferences })).toEqual({
      title: 'Own - Library',
      'og:title': 'Own',
      'twitter:title': 'Own',
      description: 'Told',
      'og:description': 'Told',
      'twitter:description': 'Told',
      robots: 'noindex',
      'og:image': 'https://cms.test/assets/1/boat.jpg?auto=format&fit=max&w=1000',
      'og:image:width': '800',
      'og:image:height': '600',
      'og:image:alt': 'A boat',
      'twitter:image': 'https://cms.test/assets/1/boat.jpg?auto=format&fit=max&w=1000',
      'twitter:image:alt': 'A boat',
      'og:locale': 'en',
      'og:type': 'article',
      'og:site_name': 'Library',
      'article:modified_time': '2026-01-02T03:04:05Z',
      'article:publisher': 'https://facebook.test/library',
      'twitter:card': 'summary',
      'twitter:site': '@library',
    });
  });

  it('are guessed from heading, excerpt and image of the record', async () => {
    const body = `<p>Once ${'upon a time '.repeat(30)}</p>`;
    const tags = await tagsOf({ code: 'X1', name: 'Name', body, cover: asset });
    expect(tags.title).toBe('Name');
    expect(tags.description).toMatch(/^Once upon [a-z ]{180,}\.\.\.$/);
    expect(tags.description).toHaveLength(203);
    expect(tags['og:image']).toContain('/boat.jpg');
    expect(tags).not.toHaveProperty('robots');
    expect(tags).not.toHaveProperty('og:site_name');
  });

  it('fall back to the preferences of the project', async () => {
    const tags = await tagsOf({}, { global_seo: preferences, no_index: true });
    expect(tags).toMatchObject({
      title: 'Books - Library',
      description: 'All books',
      robots: 'noindex',
      'twitter:card': 'summary_large_image',
    });
  });

  it('keep the suffix off a title that would become longer than 60 characters', async () => {
    const fitting = 'n'.repeat(50);
    expect((await tagsOf({ name: fitting }, { global_seo: preferences })).title).toBe(`${fitting} - Library`);
    const long = 'n'.repeat(51);
    expect((await tagsOf({ name: long }, { global_seo: preferences })).title).toBe(long);
  });
});

describe('the icons of a project', () => {
  const read = async (variants: string, settings: object) => {
    const context = { environment: { settings } as Environment };
    const query = `{ _site { faviconMetaTags${variants} { tag attributes } } }`;
    const { _site } = (await buildDelivery({ itemTypes, uploads, context }).read(query)) as {
      _site: { faviconMetaTags: Tag[] };
    };
    return _site.faviconMetaTags;
  };

  it('are none without a favicon', async () => {
    expect(await read('', {})).toEqual([]);
  });

  it('are links for browsers unless others are asked for', async () => {
    const tags = await read('', { favicon: 'boat' });
    expect(tags.map(({ attributes }) => attributes?.sizes)).toEqual(['16x16', '32x32', '96x96', '192x192']);
    expect(tags[0]).toEqual({
      tag: 'link',
      attributes: {
        sizes: '16x16',
        type: 'image/jpeg',
        rel: 'icon',
        href: 'https://cms.test/assets/1/boat.jpg?h=16&w=16',
      },
    });
  });

  it('come for home screens and tiles too', async () => {
    const tags = await read('(variants: [appleTouchIcon, msApplication])', {
      favicon: 'boat',
      global_seo: { site_name: 'Library' },
    });
    expect(tags.map(({ attributes }) => attributes?.name ?? attributes?.rel)).toEqual([
      ...Array.from({ length: 9 }, () => 'apple-touch-icon'),
      'application-name',
      'msapplication-square70x70logo',
      'msapplication-square150x150logo',
      'msapplication-square310x310logo',
      'msapplication-wide310x150logo',
    ]);
  });
});
