import { hasFlag } from '@recto/content/permissions/evaluate';
import type { RequestContext } from '#http/context.ts';
import type { AccessTokenEntity } from './contract.ts';
import { lastAccess } from './last-access.ts';
import type { AccessToken } from './table.ts';

/** The secret itself is for those who may manage tokens; everybody else reads the rest. */
export function presentAccessToken(
  token: AccessToken,
  { permissions, now }: Pick<RequestContext, 'permissions' | 'now'>,
): AccessTokenEntity {
  return {
    type: 'access_token',
    id: token.id,
    attributes: {
      name: token.name,
      hardcoded_type: token.hardcodedType,
      can_access_cda: token.canAccessCda,
      can_access_cda_preview: token.canAccessCdaPreview,
      can_access_cma: token.canAccessCma,
      last_cma_access: lastAccess(token.lastCmaAccessAt, now),
      last_cda_access: lastAccess(token.lastCdaAccessAt, now),
      token: hasFlag(permissions, 'can_manage_access_tokens') ? token.token : null,
    },
    relationships: { role: { data: token.roleId === null ? null : { type: 'role', id: token.roleId } } },
  };
}
