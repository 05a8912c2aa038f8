import { Type } from '@sinclair/typebox';
import { themeProperties } from '#api/site/entity.ts';
import { nullable } from '#http/document.ts';

const text = nullable(Type.String());

export const publicInfoEntity = Type.Object({
  type: Type.Literal('public_info'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    sso_saml_init_url: text,
    logo_url: text,
    white_label: Type.Boolean(),
    custom_i18n_messages_template_url: text,
    theme: Type.Object(themeProperties),
    extras: Type.Object({
      blocks_depth: Type.Integer(),
      blocks_per_item: Type.Integer(),
      maximum_single_upload_bytes: Type.Integer(),
      overage_thresholds: Type.Object({}),
    }),
  }),
});
