import { type Static, Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';

/** Nobody has a plan or a bill here; clients look for the relationships all the same. */
const nothing = Type.Object({ data: Type.Null() });

export const accountEntity = Type.Object({
  type: Type.Literal('account'),
  id: Type.String(),
  attributes: Type.Object({
    email: Type.String(),
    first_name: nullable(Type.String()),
    last_name: nullable(Type.String()),
    company: nullable(Type.String()),
    is_2fa_active: Type.Boolean(),
    pending_email: nullable(Type.String()),
  }),
  relationships: Type.Object({
    active_subscription: nothing,
    billing_profile: nothing,
    default_organization: Type.Object({ data: nullable(identifier('organization')) }),
  }),
});
export type AccountEntity = Static<typeof accountEntity>;

export const accountDocument = Type.Object({ data: accountEntity });
