import { type Static, Type } from '@sinclair/typebox';
import { identifier } from '#http/document.ts';
import { accountEntity } from '../account/entity.ts';

export const sessionEntity = Type.Object({
  type: Type.Literal('session'),
  /** The token to send as `Bearer`. */
  id: Type.String(),
  relationships: Type.Object({ account: Type.Object({ data: identifier('account') }) }),
});
export type SessionEntity = Static<typeof sessionEntity>;

export const sessionDocument = Type.Object({ data: sessionEntity, included: Type.Array(accountEntity) });
