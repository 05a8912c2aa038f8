/** What stands where an endpoint is not served; the roadmap tells more. */
const OAUTH = 'planned: applications that act for a person';
/** The hosted service sells plans; whoever runs Recto owns everything it can do. */
const BUSINESS = 'not offered: nothing is sold here';

/** Every endpoint that the official dashboard client knows, by JSON:API type and link `rel`, as in the list of the
 *  Content Management API. */
export const ACCOUNT_ENDPOINT_STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  session: {
    create: 'served',
  },
  account: {
    create: 'served',
    update: 'served',
    destroy: 'served',
    self: 'served',
    reset_password: 'served',
    activate_2fa: 'served',
    reset_2fa: 'served',
    deactivate_2fa: 'served',
    convert_to_organization: 'served',
    confirm_email_change: 'served',
  },
  site: {
    self: 'served',
    instances: 'served',
    create: 'served',
    update: 'served',
    destroy: 'served',
    duplicate: 'served',
  },
  site_subscription: {
    create: BUSINESS,
    simulate: BUSINESS,
    validate: BUSINESS,
  },
  per_owner_pricing_subscription: {
    create: BUSINESS,
    simulate: BUSINESS,
    validate: BUSINESS,
  },
  site_plan: {
    instances: BUSINESS,
  },
  per_owner_pricing_plan: {
    instances: BUSINESS,
    activable_as_appointed_organization_instances: BUSINESS,
  },
  per_site_pricing_billing_profile: {
    instances: BUSINESS,
    self: BUSINESS,
    update_credit_card: BUSINESS,
    update_info: BUSINESS,
    cancel_subscription: BUSINESS,
    destroy: BUSINESS,
  },
  per_owner_pricing_billing_profile: {
    self: BUSINESS,
    update_credit_card: BUSINESS,
    update_info: BUSINESS,
    cancel_subscription: BUSINESS,
  },
  invoice: {
    per_owner_pricing_billing_profile_instances: BUSINESS,
    per_site_pricing_billing_profile_instances: BUSINESS,
    per_owner_pricing_billing_profile_collect_unpaid: BUSINESS,
    per_site_pricing_billing_profile_collect_unpaid: BUSINESS,
  },
  resource_usage: {
    instances: 'served',
  },
  daily_usage: {
    instances: 'served',
  },
  job_result: {
    self: 'served',
  },
  site_transfer: {
    instances: 'served',
    self: 'served',
    create: 'served',
    destroy: 'served',
    simulate_accept: BUSINESS,
    accept: 'served',
    decline: 'served',
  },
  site_invitation: {
    redeem: 'served',
  },
  subscription_limit: {
    instances: 'served',
  },
  subscription_feature: {
    instances: 'served',
  },
  oauth_application: {
    instances: OAUTH,
    update: OAUTH,
    destroy: OAUTH,
  },
  payment_intent: {
    create_from_payment_method: BUSINESS,
    create_for_per_site_pricing_billing_profile: BUSINESS,
    create_for_per_owner_pricing_billing_profile: BUSINESS,
    confirm: BUSINESS,
  },
  organization: {
    instances: 'served',
    self: 'served',
    create: 'served',
    update: 'served',
    destroy: 'served',
  },
  organization_role: {
    instances: 'served',
    self: 'served',
  },
  organization_invitation: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
    resend: 'served',
    redeem: 'served',
  },
  organization_membership: {
    update: 'served',
    instances: 'served',
    self: 'served',
    me: 'served',
    destroy: 'served',
  },
  organization_mandate_request: {
    create: 'served',
    pending_instances: 'served',
    requested_instances: 'served',
    destroy: 'served',
    approve: 'served',
    reject: 'served',
  },
  organization_mandate: {
    update: 'served',
    approved_instances: 'served',
    given_instances: 'served',
    destroy: 'served',
  },
  tfa_deactivate_request: {
    create: 'served',
    instances: 'served',
    approve: 'served',
    reject: 'served',
  },
};
