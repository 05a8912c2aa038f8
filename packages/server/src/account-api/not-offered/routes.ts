import { refusal } from '@recto/content/refusal';
import type { Method } from '#http/endpoint.ts';
import { type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';

/** The business of the hosted service: what it sells and how it is paid. `docs/not-offered.md` says why. */
const ROUTES: readonly [resource: string, rel: string, method: Method, path: string][] = [
  ['site_subscription', 'create', 'POST', '/sites/:site_id/subscriptions'],
  ['site_subscription', 'simulate', 'POST', '/sites/:site_id/subscriptions/simulate'],
  ['site_subscription', 'validate', 'POST', '/sites/:site_id/subscriptions/validate'],
  ['per_owner_pricing_subscription', 'create', 'POST', '/per-owner-pricing-subscriptions'],
  ['per_owner_pricing_subscription', 'simulate', 'POST', '/per-owner-pricing-subscriptions/simulate'],
  ['per_owner_pricing_subscription', 'validate', 'POST', '/per-owner-pricing-subscriptions/validate'],
  ['site_plan', 'instances', 'GET', '/site-plans'],
  ['per_owner_pricing_plan', 'instances', 'GET', '/per-owner-pricing-plans'],
  [
    'per_owner_pricing_plan',
    'activable_as_appointed_organization_instances',
    'GET',
    '/per-owner-pricing-plans/activable-as-appointed-organization',
  ],
  ['per_site_pricing_billing_profile', 'instances', 'GET', '/per-site-pricing-billing-profiles'],
  [
    'per_site_pricing_billing_profile',
    'self',
    'GET',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id',
  ],
  [
    'per_site_pricing_billing_profile',
    'update_credit_card',
    'PUT',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id/credit-card',
  ],
  [
    'per_site_pricing_billing_profile',
    'update_info',
    'PUT',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id/info',
  ],
  [
    'per_site_pricing_billing_profile',
    'cancel_subscription',
    'POST',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id/cancel-subscription',
  ],
  [
    'per_site_pricing_billing_profile',
    'destroy',
    'DELETE',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id',
  ],
  ['per_owner_pricing_billing_profile', 'self', 'GET', '/per-owner-pricing-billing-profile'],
  [
    'per_owner_pricing_billing_profile',
    'update_credit_card',
    'PUT',
    '/per-owner-pricing-billing-profile/credit-card',
  ],
  ['per_owner_pricing_billing_profile', 'update_info', 'PUT', '/per-owner-pricing-billing-profile/info'],
  [
    'per_owner_pricing_billing_profile',
    'cancel_subscription',
    'POST',
    '/per-owner-pricing-billing-profile/cancel-subscription',
  ],
  [
    'invoice',
    'per_owner_pricing_billing_profile_instances',
    'GET',
    '/per-owner-pricing-billing-profile/invoices',
  ],
  [
    'invoice',
    'per_site_pricing_billing_profile_instances',
    'GET',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id/invoices',
  ],
  [
    'invoice',
    'per_owner_pricing_billing_profile_collect_unpaid',
    'POST',
    '/per-owner-pricing-billing-profile/invoices/collect-unpaid',
  ],
  [
    'invoice',
    'per_site_pricing_billing_profile_collect_unpaid',
    'POST',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id/invoices/collect-unpaid',
  ],
  ['site_transfer', 'simulate_accept', 'PUT', '/site-transfers/:site_transfer_id/simulate-accept'],
  [
    'payment_intent',
    'create_from_payment_method',
    'POST',
    '/payment-methods/:payment_method_id/payment-intents',
  ],
  [
    'payment_intent',
    'create_for_per_site_pricing_billing_profile',
    'POST',
    '/per-site-pricing-billing-profiles/:per_site_pricing_billing_profile_id/payment-intents',
  ],
  [
    'payment_intent',
    'create_for_per_owner_pricing_billing_profile',
    'POST',
    '/per-owner-pricing-billing-profile/payment-intents',
  ],
  ['payment_intent', 'confirm', 'PUT', '/payment-intents/:payment_intent_id/confirm'],
];

/** Endpoints that clients know and that will never do anything. A caller learns that for certain, instead of
 *  taking the server for an old one. */
export const notOfferedEndpoints: AccountEndpoint[] = ROUTES.map(([resource, rel, method, path]) =>
  accountEndpoint({
    resource,
    rel,
    method,
    path,
    access: 'signed_in',
    transaction: 'own', // nothing is written
    async run() {
      throw refusal('NOT_OFFERED', {
        resource,
        reason: 'Nothing is sold here: there are no plans and no bills.',
      });
    },
  }),
);
