import { Type } from '@sinclair/typebox';
import { fieldEntity } from '#api/fields/entity.ts';
import { fieldsetEntity } from '#api/fieldsets/contract.ts';
import { itemTypeEntity } from '#api/item-types/entity.ts';
import { itemEntity } from '#api/items/entity.ts';
import { accountEntity } from '#api/users/entity.ts';
import { identifier, linksTo, linkToMaybe, nullable, oneOf } from '#http/document.ts';
import { environmentFlagProperties } from './flag-properties.ts';

const text = nullable(Type.String());
const channel = Type.Integer();
const color = Type.Object({ red: channel, green: channel, blue: channel, alpha: channel });

/** Of a theme made from one hue only the hue is sent. */
export const themeProperties = {
  type: oneOf(['custom', 'monochromatic']),
  hue: nullable(Type.Integer()),
  primary_color: Type.Optional(color),
  light_color: Type.Optional(color),
  accent_color: Type.Optional(color),
  dark_color: Type.Optional(color),
};

const globalSeo = Type.Object({
  site_name: Type.Optional(Type.String()),
  fallback_seo: Type.Optional(
    Type.Object({
      title: Type.String(),
      description: Type.String(),
      image: text,
      twitter_card: Type.Optional(nullable(oneOf(['summary', 'summary_large_image']))),
    }),
  ),
  title_suffix: Type.Optional(text),
  facebook_page_url: Type.Optional(text),
  twitter_account: Type.Optional(text),
});

const assetsCdnSettings = Type.Object({
  image: Type.Object({
    q: Type.Optional(Type.Integer()),
    auto: Type.Optional(Type.Array(oneOf(['compress', 'format', 'enhance', 'true', 'redeye']))),
    cs: Type.Optional(oneOf(['srgb', 'adobergb1998', 'tinysrgb', 'strip', 'origin'])),
  }),
  video: Type.Object({ disable_serving_raw_videos: Type.Optional(Type.Boolean()) }),
});

const siteEntity = Type.Object({
  type: Type.Literal('site'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    domain: text,
    internal_domain: text,
    imgix_host: text,
    google_maps_api_token: text,
    last_data_change_at: text,
    locales: Type.Array(Type.String(), { minItems: 1 }),
    timezone: Type.String(),
    no_index: Type.Boolean(),
    favicon: text,
    require_2fa: Type.Boolean(),
    ip_tracking_enabled: Type.Boolean(),
    force_use_of_sandbox_environments: Type.Boolean(),
    assets_cdn_default_settings: assetsCdnSettings,
    theme: Type.Object({ ...themeProperties, logo: text }),
    global_seo: nullable(globalSeo),
  }),
  relationships: Type.Object({
    account: linkToMaybe('account'),
    owner: Type.Object({ data: Type.Union([identifier('account'), identifier('organization')]) }),
    item_types: linksTo('item_type'),
  }),
  meta: Type.Object({
    created_at: Type.String(),
    ...environmentFlagProperties,
    allow_custom_theme: Type.Boolean(),
  }),
});

/** The project, with what was asked to come along. */
export const siteDocument = Type.Object({
  data: siteEntity,
  included: Type.Optional(
    Type.Array(Type.Union([itemTypeEntity, fieldEntity, fieldsetEntity, itemEntity, accountEntity])),
  ),
});
