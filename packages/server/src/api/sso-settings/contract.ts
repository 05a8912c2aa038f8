import { Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';

const closed = { additionalProperties: false };
const text = Type.String();

export const updateSsoSettingsBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('sso_settings'),
        id: Type.Optional(Type.String({ maxLength: 60 })),
        attributes: Type.Optional(
          Type.Object(
            {
              idp_saml_metadata_url: Type.Optional(nullable(Type.String({ maxLength: 2_000 }))),
              // Metadata of a provider with a few certificates takes some 10 kB.
              idp_saml_metadata_xml: Type.Optional(nullable(Type.String({ maxLength: 500_000 }))),
            },
            closed,
          ),
        ),
        relationships: Type.Optional(
          Type.Object({ default_role: Type.Object({ data: nullable(identifier('role')) }, closed) }, closed),
        ),
      },
      closed,
    ),
  },
  closed,
);

export const ssoSettingsEntity = Type.Object({
  type: Type.Literal('sso_settings'),
  id: text,
  attributes: Type.Object({
    idp_saml_metadata_url: nullable(text),
    idp_saml_metadata_xml: nullable(text),
    scim_base_url: text,
    saml_acs_url: text,
    sp_saml_metadata_url: text,
    sp_saml_base_url: text,
    saml_token: text,
  }),
  relationships: Type.Object({ default_role: Type.Object({ data: nullable(identifier('role')) }) }),
});

export const ssoTokenEntity = Type.Object({
  type: Type.Literal('sso_token'),
  id: text,
  attributes: Type.Object({ scim_api_token: text }),
});
