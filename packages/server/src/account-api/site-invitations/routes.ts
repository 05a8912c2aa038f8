import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { checkLink } from '#api/site-invitations/link.ts';
import { deleteInvitation, takeInvitation } from '#api/site-invitations/table.ts';
import { hasJoined, insertUser } from '#api/users/table.ts';
import { UniqueViolation } from '#db/database-error.ts';
import { type AccountContext, accountEndpoint } from '../account-endpoint.ts';
import { answerSite } from '../sites/answer-site.ts';
import { siteDocument } from '../sites/entity.ts';

/** Whoever holds the link takes the seat, with the account that is signed in. */
export const redeemSiteInvitation = accountEndpoint({
  resource: 'site_invitation',
  rel: 'redeem',
  method: 'PUT',
  path: '/site-invitations/:site_invitation_id/redeem',
  query: Type.Object({ token: Type.Optional(Type.String({ maxLength: 100 })) }),
  answer: siteDocument,
  access: 'signed_in',
  async run({ params, query }, context) {
    const { db, account, now } = context;
    const invitation = await takeInvitation(db, params.site_invitation_id ?? '');
    checkLink(invitation, query.token ?? '', now);
    const { siteId, roleId } = invitation;
    if (await hasJoined(db, siteId, account.email)) throw refusal('ACCOUNT_ALREADY_JOINED_SITE');
    await takeSeat(context, { siteId, roleId });
    await deleteInvitation(db, invitation.id);
    return answerSite(siteId, context);
  },
});

/** Two invitations may be taken up at the same moment. */
async function takeSeat(
  { db, account, newId, now }: AccountContext,
  { siteId, roleId }: { siteId: string; roleId: string },
): Promise<void> {
  try {
    await insertUser(db, { id: newId(), siteId, accountId: account.id, roleId }, now);
  } catch (error) {
    throw error instanceof UniqueViolation ? refusal('ACCOUNT_ALREADY_JOINED_SITE') : error;
  }
}
