import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#settings.ts';

type HostSettings = Pick<Settings, 'hostsDomain' | 'publicUrl' | 'trustProxy'>;

/** Name before the operator's domain → the path where the same thing answers on the public URL. */
const API_HOSTS = new Map([
  ['site-api', '/site-api'],
  ['account-api', '/account-api'],
  ['graphql', '/graphql'],
  ['graphql-listen', '/graphql-listen'],
  ['assets', '/assets'],
]);

/** For Fastify's `rewriteUrl`: `https://site-api.<domain>/items` → `/site-api/items`, and so for each API. A path that
 *  is below its API's already stays, as the `path` of an upload is on the host of files. */
export function rewriteByHost(settings: HostSettings): (request: IncomingMessage) => string {
  return (request) => {
    const url = request.url ?? '/';
    const base = API_HOSTS.get(nameOf(request, settings) ?? '');
    if (base === undefined || isBelow(url, base)) return url;
    return url.startsWith('/?') || url === '/' ? `${base}${url.slice(1)}` : `${base}${url}`;
  };
}

/** `<project>.admin.<domain>` and `dashboard.<domain>` lead to the admin at its one address, where people are signed in. */
export function redirectAdminHosts(app: FastifyInstance, settings: HostSettings): void {
  if (settings.hostsDomain === undefined) return;
  const { host: publicHost } = new URL(settings.publicUrl);
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const base = adminPath(nameOf(request.raw, settings));
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (base === undefined || !isPage || hostOf(request.raw, settings) === publicHost) return;
    return reply.redirect(`${settings.publicUrl}${base}${request.url}`, 302);
  });
}

function adminPath(name: string | undefined): string | undefined {
  if (name === 'dashboard' || name === 'admin') return '';
  const project = /^([a-z0-9-]{1,63})\.admin$/.exec(name ?? '')?.[1];
  return project === undefined ? undefined : `/p/${project}`;
}

/** What stands before the domain; undefined for every other host. */
function nameOf(request: IncomingMessage, settings: HostSettings): string | undefined {
  if (settings.hostsDomain === undefined) return undefined;
  const host = hostOf(request, settings).replace(/:\d+$/, '');
  const suffix = `.${settings.hostsDomain}`;
  return host.endsWith(suffix) ? host.slice(0, -suffix.length) : undefined;
}

/** A proxy of the operator's says which host was asked for; nobody else may. */
export function hostOf(request: IncomingMessage, { trustProxy }: HostSettings): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-host'] : undefined;
  const [first = ''] = String(forwarded ?? request.headers.host ?? '').split(',');
  return first.trim().toLowerCase();
}

function isBelow(url: string, base: string): boolean {
  return url.startsWith(base) && /^(?:$|[/?])/.test(url.slice(base.length));
}
