import type { InvitationEntity } from './contract.ts';
import type { Invitation } from './table.ts';

export function presentInvitation(invitation: Invitation, link: string | null, now: Date): InvitationEntity {
  return {
    type: 'site_invitation',
    id: invitation.id,
    attributes: {
      email: invitation.email,
      expired: invitation.expiresAt <= now,
      invitation_link: link,
    },
    relationships: { role: { data: { type: 'role', id: invitation.roleId } } },
  };
}
