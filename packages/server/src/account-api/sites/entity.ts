import { type Static, Type } from '@sinclair/typebox';
import { identifier, nullable, oneOf } from '#http/document.ts';

const nothing = Type.Object({ data: Type.Null() });
const text = nullable(Type.String());

export const siteEntity = Type.Object({
  type: Type.Literal('site'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    domain: text,
    internal_domain: Type.String(),
    internal_subdomain: Type.String(),
    last_data_change_at: text,
    created_at: text,
    access_token: text,
    readonly_token: text,
    readwrite_token: text,
    deactivated: Type.Boolean(),
    is_public_template: Type.Boolean(),
    status: oneOf(['creating', 'ready', 'destroying']),
  }),
  relationships: Type.Object({
    active_subscription: nothing,
    active_plan: nothing,
    transfer: Type.Object({ data: nullable(identifier('site_transfer')) }),
  }),
  meta: Type.Object({
    last_data_change_at: text,
    created_at: text,
    deactivated: Type.Boolean(),
    status: Type.String(),
    require_2fa: Type.Boolean(),
    owner: Type.Union([
      Type.Object({ type: Type.Literal('account'), email: Type.String() }),
      Type.Object({ type: Type.Literal('organization'), name: Type.String(), id: Type.String() }),
    ]),
  }),
});
export type SiteEntity = Static<typeof siteEntity>;

export const siteDocument = Type.Object({ data: siteEntity });
export const siteListDocument = Type.Object({
  data: Type.Array(siteEntity),
  meta: Type.Object({ total_count: Type.Integer(), total_owned_count: Type.Integer() }),
});
