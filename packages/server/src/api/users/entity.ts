import { Type } from '@sinclair/typebox';
import { accessTokenEntity } from '#api/access-tokens/contract.ts';
import { roleEntity } from '#api/roles/contract.ts';
import { nullable } from '#http/document.ts';
import { userEntity } from './contract.ts';

const text = nullable(Type.String());

/** The owner of a project, as its collaborators see them. */
export const accountEntity = Type.Object({
  type: Type.Literal('account'),
  id: Type.String(),
  attributes: Type.Object({ email: Type.String(), first_name: text, last_name: text, company: text }),
});

const organizationEntity = Type.Object({
  type: Type.Literal('organization'),
  id: Type.String(),
  attributes: Type.Object({ name: Type.String() }),
});

const included = Type.Optional(Type.Array(roleEntity));

export const userDocument = Type.Object({ data: userEntity, included });

/** Whoever asks, of whatever kind. */
export const meDocument = Type.Object({
  data: Type.Union([userEntity, accessTokenEntity, accountEntity, organizationEntity]),
  included,
});
