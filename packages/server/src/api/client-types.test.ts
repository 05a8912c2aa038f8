import type { RawApiTypes } from '@datocms/cma-client';
import type { Static, TSchema } from '@sinclair/typebox';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  accessTokenEntity,
  createAccessTokenBody,
  destroyAccessTokenQuery,
  updateAccessTokenBody,
} from './access-tokens/contract.ts';
import type { jobResultDocument } from './job-results/routes.ts';
import type { createRoleBody, roleEntity, rolePermissions, updateRoleBody } from './roles/contract.ts';
import type {
  createInvitationBody,
  invitationEntity,
  updateInvitationBody,
} from './site-invitations/contract.ts';
import type { destroyUserQuery, updateUserBody, userEntity } from './users/contract.ts';

/** What an answer promises must be what the official client's types say; what those types let a caller send
 *  must be taken. The compiler is the test: it fails in `tsc`, not here. */
type Answer<Schema extends TSchema> = Static<Schema>;
type Body<Schema extends TSchema> = Static<Schema>;

describe('the contracts agree with the types of the official client', () => {
  it('for access tokens', () => {
    expectTypeOf<Answer<typeof accessTokenEntity>>().toExtend<RawApiTypes.AccessToken>();
    expectTypeOf<RawApiTypes.AccessTokenCreateSchema>().toExtend<Body<typeof createAccessTokenBody>>();
    expectTypeOf<RawApiTypes.AccessTokenUpdateSchema>().toExtend<Body<typeof updateAccessTokenBody>>();
    expectTypeOf<RawApiTypes.AccessTokenDestroyHrefSchema>().toExtend<Body<typeof destroyAccessTokenQuery>>();
  });

  it('for roles', () => {
    type Entity = Answer<typeof roleEntity>;
    // The client's types tell the rules of each action apart; ours are one shape with every key.
    type Rules = `${'positive' | 'negative'}_${'item_type' | 'upload'}_permissions`;
    expectTypeOf<Omit<Entity['attributes'], Rules>>().toExtend<Omit<RawApiTypes.RoleAttributes, Rules>>();
    expectTypeOf<Entity['relationships']>().toExtend<RawApiTypes.RoleRelationships>();
    expectTypeOf<Omit<Answer<typeof rolePermissions>, Rules>>().toExtend<
      Omit<RawApiTypes.RoleMeta['final_permissions'], Rules>
    >();
    expectTypeOf<RawApiTypes.RoleCreateSchema>().toExtend<Body<typeof createRoleBody>>();
    expectTypeOf<RawApiTypes.RoleUpdateSchema>().toExtend<Body<typeof updateRoleBody>>();
  });

  it('for collaborators and invitations', () => {
    expectTypeOf<Answer<typeof userEntity>>().toExtend<RawApiTypes.User>();
    expectTypeOf<RawApiTypes.UserUpdateSchema>().toExtend<Body<typeof updateUserBody>>();
    expectTypeOf<RawApiTypes.UserDestroyHrefSchema>().toExtend<Body<typeof destroyUserQuery>>();
    expectTypeOf<Answer<typeof invitationEntity>>().toExtend<RawApiTypes.SiteInvitation>();
    expectTypeOf<RawApiTypes.SiteInvitationCreateSchema>().toExtend<Body<typeof createInvitationBody>>();
    expectTypeOf<RawApiTypes.SiteInvitationUpdateSchema>().toExtend<Body<typeof updateInvitationBody>>();
  });

  it('for job results', () => {
    expectTypeOf<Answer<typeof jobResultDocument>>().toExtend<RawApiTypes.JobResultSelfTargetSchema>();
  });
});
