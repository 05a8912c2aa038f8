import { refusal } from '@recto/content/refusal';
import { type Static, Type } from '@sinclair/typebox';
import { UniqueViolation } from '#db/database-error.ts';
import { sendMail } from '#mail/send-mail.ts';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { requireRight } from '../organizations/table.ts';
import { answerSite } from '../sites/answer-site.ts';
import { siteDocument } from '../sites/entity.ts';
import { findOwnedSite } from '../sites/table.ts';
import {
  changeOwner,
  deleteTransfer,
  findTransferOf,
  insertTransfer,
  listTransfers,
  type Owner,
  requireDestination,
  type SiteTransfer,
} from './table.ts';

const closed = { additionalProperties: false };

const side = Type.Union([
  Type.Object({ type: Type.Literal('account'), email: Type.String() }),
  Type.Object({ type: Type.Literal('organization'), name: Type.String(), id: Type.String() }),
]);
const transferEntity = Type.Object({
  type: Type.Literal('site_transfer'),
  id: Type.String(),
  attributes: Type.Object({
    source: side,
    destination: side,
    site_name: Type.String(),
    recurrence: Type.Null(),
    extra_packets: Type.Null(),
  }),
  relationships: Type.Object({ plan: Type.Object({ data: Type.Null() }) }),
  meta: Type.Object({ created_at: Type.String() }),
});
export const transferDocument = Type.Object({ data: transferEntity });

const destination = Type.Union([
  Type.Object({ type: Type.Literal('account'), id: Type.String({ maxLength: 300 }) }, closed),
  Type.Object({ type: Type.Literal('organization'), id: Type.String({ maxLength: 300 }) }, closed),
]);
export const createTransferBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('site_transfer'),
        attributes: Type.Object({ destination: Type.Optional(destination) }, closed),
      },
      closed,
    ),
  },
  closed,
);
// What the hosted service bills with; nothing is sold here.
const bill = Type.Optional(Type.Unknown());
const acceptBody = Type.Object({
  data: Type.Object({
    id: Type.Optional(Type.String()),
    type: Type.Optional(Type.Literal('site_transfer')),
    attributes: Type.Optional(Type.Object({ billing_profile: bill, payment_intent_id: bill })),
    relationships: Type.Optional(Type.Object({ billing_profile: bill })),
  }),
});

export const siteTransferEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'site_transfer',
    rel: 'instances',
    method: 'GET',
    path: '/site-transfers',
    answer: Type.Object({ data: Type.Array(transferEntity) }),
    access: 'signed_in',
    async run(_request, context) {
      const transfers = await listTransfers(context.db, sideOf(context));
      return { data: transfers.map(presentTransfer) };
    },
  }),
  accountEndpoint({
    resource: 'site_transfer',
    rel: 'self',
    method: 'GET',
    path: '/site-transfers/:site_transfer_id',
    answer: transferDocument,
    access: 'signed_in',
    async run({ params }, context) {
      return { data: presentTransfer(await find(context, params.site_transfer_id)) };
    },
  }),
  accountEndpoint({
    resource: 'site_transfer',
    rel: 'create',
    method: 'POST',
    path: '/sites/:site_id/transfer',
    body: createTransferBody,
    answer: siteDocument,
    access: 'signed_in',
    async run({ params, body }, context) {
      const { db, account, now, newId } = context;
      const site = await findOwnedSite(db, account.id, params.site_id ?? '', 'can_manage_site_transfers');
      const given = body.data.attributes.destination;
      if (!given) throw refusal('INVALID_RELATIONSHIP', { field: 'destination' });
      const target = await requireDestination(db, given);
      await insertOnce(context, { id: newId(), siteId: site.id, destination: target }, now);
      const transfer = await findTransferOf(db, site.id);
      if (transfer) await tell(context, transfer);
      const { data } = await answerSite(site.id, context);
      return transfer ? { data, included: [presentTransfer(transfer)] } : { data };
    },
  }),
  accountEndpoint({
    resource: 'site_transfer',
    rel: 'destroy',
    method: 'DELETE',
    path: '/sites/:site_id/transfer',
    answer: siteDocument,
    access: 'signed_in',
    async run({ params }, context) {
      const { db, account } = context;
      const site = await findOwnedSite(db, account.id, params.site_id ?? '', 'can_manage_site_transfers');
      const transfer = await findTransferOf(db, site.id);
      if (!transfer) throw refusal('NOT_FOUND');
      await deleteTransfer(db, transfer.id);
      return answerSite(site.id, context);
    },
  }),
  accountEndpoint({
    resource: 'site_transfer',
    rel: 'accept',
    method: 'PUT',
    path: '/site-transfers/:site_transfer_id/accept',
    body: acceptBody,
    answer: siteDocument,
    access: 'signed_in',
    async run({ params }, context) {
      const transfer = await endReceived(context, params.site_transfer_id);
      await changeOwner(context.db, transfer.siteId, transfer.destination);
      return answerSite(transfer.siteId, context);
    },
  }),
  accountEndpoint({
    resource: 'site_transfer',
    rel: 'decline',
    answer: null,
    method: 'PUT',
    path: '/site-transfers/:site_transfer_id/decline',
    access: 'signed_in',
    async run({ params }, context) {
      await endReceived(context, params.site_transfer_id);
      return null;
    },
  }),
];

/** The organization that the request is about, or whoever asks. */
function sideOf({ membership, account }: AccountContext): Pick<Owner, 'type' | 'id'> {
  return membership
    ? { type: 'organization', id: membership.organizationId }
    : { type: 'account', id: account.id };
}

async function find(context: AccountContext, id: string | undefined): Promise<SiteTransfer> {
  const transfers = await listTransfers(context.db, sideOf(context));
  const transfer = transfers.find((other) => other.id === id);
  if (!transfer) throw refusal('NOT_FOUND');
  return transfer;
}

/** Takes a transfer off the table for the one who was asked; of two answers at the same moment one counts. */
async function endReceived(context: AccountContext, id: string | undefined): Promise<SiteTransfer> {
  const transfer = await find(context, id);
  const own = sideOf(context);
  const isReceiver = transfer.destination.type === own.type && transfer.destination.id === own.id;
  if (!isReceiver) throw refusal('INSUFFICIENT_PERMISSIONS');
  if (context.membership) requireRight(context.membership, 'can_manage_site_transfers');
  if (!(await deleteTransfer(context.db, transfer.id))) throw refusal('NOT_FOUND');
  return transfer;
}

async function insertOnce(
  { db }: AccountContext,
  transfer: Parameters<typeof insertTransfer>[1],
  now: Date,
): Promise<void> {
  try {
    await insertTransfer(db, transfer, now);
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw refusal('INVALID_REQUEST', { reason: 'transfer_pending' });
  }
}

async function tell(context: AccountContext, { siteName, destination: to }: SiteTransfer): Promise<void> {
  if (to.type !== 'account') return;
  await sendMail(context, {
    to: to.email,
    subject: `The project ${siteName.replace(/\s+/g, ' ')} is to be yours`,
    text: `${context.account.email} wants to hand the project "${siteName}" over to you. To accept or decline, open\n\n${context.settings.publicUrl}/`,
  });
}

function presentTransfer(transfer: SiteTransfer): Static<typeof transferEntity> {
  return {
    type: 'site_transfer',
    id: transfer.id,
    attributes: {
      source: presentSide(transfer.source),
      destination: presentSide(transfer.destination),
      site_name: transfer.siteName,
      recurrence: null,
      extra_packets: null,
    },
    relationships: { plan: { data: null } },
    meta: { created_at: transfer.createdAt.toISOString() },
  };
}

/** An account is shown by its address, to whoever deals with it. */
function presentSide(owner: Owner): Static<typeof side> {
  if (owner.type === 'account') return { type: 'account', email: owner.email };
  return { type: 'organization', name: owner.name, id: owner.id };
}
