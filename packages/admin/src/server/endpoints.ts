/** The bases of the APIs, each the whole URL that an official client takes. The admin is served by the same
 *  program, so they stand on the origin of this page. */
export const ENDPOINTS = {
  accountApi: `${location.origin}/account-api`,
  siteApi: `${location.origin}/site-api`,
  graphql: `${location.origin}/graphql`,
} as const;
