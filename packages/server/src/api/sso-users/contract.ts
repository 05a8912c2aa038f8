import { Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';

export const ssoUserEntity = Type.Object({
  type: Type.Literal('sso_user'),
  id: Type.String(),
  attributes: Type.Object({
    username: Type.String(),
    external_id: nullable(Type.String()),
    is_active: Type.Boolean(),
    first_name: nullable(Type.String()),
    last_name: nullable(Type.String()),
  }),
  relationships: Type.Object({
    groups: Type.Object({ data: Type.Array(identifier('sso_group')) }),
    role: Type.Object({ data: nullable(identifier('role')) }),
  }),
  meta: Type.Object({ last_access: nullable(Type.String()) }),
});
