import type { AccountContext } from '../account-endpoint.ts';
import { openSiteSessions } from '../sessions/table.ts';
import { presentSite } from './present.ts';
import { findSite, type ListedSite } from './table.ts';

/** A project as whoever asks sees it, with a session in it. */
export async function answerSite(id: string | undefined, context: AccountContext) {
  const site = await findSite(context.db, context.account.id, id ?? '');
  const tokens = await accessTokensOf([site], context);
  return { data: presentSite(site, tokens.get(site.id) ?? null, context.settings) };
}

export async function presentSites(sites: readonly ListedSite[], context: AccountContext) {
  const tokens = await accessTokensOf(sites, context);
  return sites.map((site) => presentSite(site, tokens.get(site.id) ?? null, context.settings));
}

function accessTokensOf(sites: readonly ListedSite[], context: AccountContext) {
  const scope = { ...context, secret: context.settings.secret, accountId: context.account.id };
  return openSiteSessions(
    scope,
    sites.map(({ id }) => id),
  );
}
