import { Type } from '@sinclair/typebox';
import { identifier } from '#http/document.ts';
import { nullable } from '#schema/linkage.ts';
import { environmentFlagProperties } from './flag-properties.ts';

const strict = { additionalProperties: false };
const text = Type.String({ maxLength: 5_000 });
const uploadId = nullable(Type.String({ maxLength: 60 }));
const channel = Type.Integer({ minimum: 0, maximum: 255 });
const color = Type.Object({ red: channel, green: channel, blue: channel, alpha: channel });

const globalSeo = nullable(
  Type.Object({
    site_name: Type.Optional(text),
    fallback_seo: Type.Optional(
      Type.Object({
        title: text,
        description: text,
        image: uploadId,
        twitter_card: Type.Optional(
          nullable(Type.Union([Type.Literal('summary'), Type.Literal('summary_large_image')])),
        ),
      }),
    ),
    title_suffix: Type.Optional(nullable(text)),
    facebook_page_url: Type.Optional(nullable(text)),
    twitter_account: Type.Optional(nullable(text)),
  }),
);

const theme = Type.Union([
  Type.Object({
    type: Type.Literal('monochromatic'),
    hue: nullable(Type.Integer({ minimum: 0, maximum: 359 })),
    logo: uploadId,
  }),
  Type.Object({
    type: Type.Optional(Type.Literal('custom')),
    logo: uploadId,
    primary_color: color,
    light_color: color,
    accent_color: color,
    dark_color: Type.Optional(color),
  }),
]);

/** Read-only ones are part of what a fetched project is sent back with. */
const meta = Type.Partial(
  Type.Object({
    ...environmentFlagProperties,
    custom_upload_storage_settings: Type.Unknown(),
    created_at: Type.Unknown(),
    allow_custom_theme: Type.Unknown(),
  }),
  strict,
);

export const updateSiteBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('site'),
        attributes: Type.Optional(
          Type.Object(
            {
              no_index: Type.Optional(Type.Boolean()),
              favicon: Type.Optional(uploadId),
              global_seo: Type.Optional(globalSeo),
              name: Type.Optional(Type.String({ maxLength: 255 })),
              theme: Type.Optional(theme),
              locales: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { minItems: 1 })),
              timezone: Type.Optional(Type.String({ maxLength: 100 })),
              require_2fa: Type.Optional(Type.Boolean()),
              ip_tracking_enabled: Type.Optional(Type.Boolean()),
              force_use_of_sandbox_environments: Type.Optional(Type.Boolean()),
            },
            strict,
          ),
        ),
        // What clients read and send back is let through; only one of them is written.
        relationships: Type.Optional(
          Type.Object({ sso_default_role: Type.Optional(Type.Object({ data: identifier('role') })) }),
        ),
        meta: Type.Optional(meta),
      },
      strict,
    ),
  },
  strict,
);

export const findSiteQuery = Type.Object({ include: Type.Optional(Type.String({ maxLength: 1_000 })) });

export const assetsCdnBody = Type.Object(
  {
    data: Type.Object({
      // Named for generators of clients; whatever comes is taken.
      type: Type.String({ example: 'assets-cdn-default-settings' }),
      attributes: Type.Object(
        {
          assets_cdn_default_settings: Type.Object(
            {
              image: Type.Object(
                {
                  q: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
                  auto: Type.Optional(
                    Type.Array(
                      Type.Union(
                        ['compress', 'format', 'enhance', 'true', 'redeye'].map((word) => Type.Literal(word)),
                      ),
                      { maxItems: 10 },
                    ),
                  ),
                  cs: Type.Optional(
                    Type.Union(
                      ['srgb', 'adobergb1998', 'tinysrgb', 'strip', 'origin'].map((word) =>
                        Type.Literal(word),
                      ),
                    ),
                  ),
                },
                strict,
              ),
              video: Type.Object({ disable_serving_raw_videos: Type.Optional(Type.Boolean()) }, strict),
            },
            strict,
          ),
        },
        strict,
      ),
    }),
  },
  strict,
);
