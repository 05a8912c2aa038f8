import { refusal } from '@recto/content/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hostOf } from '#http/hosts.ts';
import type { Ports } from '#http/ports.ts';
import type { Settings } from '#settings.ts';
import { keepPackages } from './kept-packages.ts';
import { isApart, readFilePath, SHARED_PREFIX } from './plugin-address.ts';
import { servePluginFile } from './serve-plugin-file.ts';

/**
 * Files of plugins, on an origin that serves nothing else: a script that runs there finds neither an API nor a
 * session. Where there is no such origin they are served beside the admin, in a sandbox that takes their origin away.
 */
export function servePlugins(app: FastifyInstance, { settings, database, files }: Ports): void {
  const findPackage = keepPackages(database.db);
  const serveFile: ServeFile = (request, reply, path) =>
    servePluginFile(request, reply, { path, files, findPackage });
  if (isApart(settings)) serveApart(app, serveFile, settings);
  else serveBesideTheAdmin(app, serveFile);
}

type ServeFile = (request: FastifyRequest, reply: FastifyReply, path: string) => Promise<FastifyReply>;

function serveApart(app: FastifyInstance, serveFile: ServeFile, settings: Settings): void {
  const { host, hostname } = new URL(settings.pluginsUrl);
  const isThisMachine = hostname === '127.0.0.1';
  // Before every route: whatever the path, nothing but this answers there.
  app.addHook('onRequest', async (request, reply) => {
    if (hostOf(request.raw, settings) !== host) return;
    if (isThisMachine && API.test(request.originalUrl)) return;
    return answer(request, reply, { serveFile, publicUrl: settings.publicUrl });
  });
}

/**
 * On a developer's machine the origin is the other name of the same address, which scripts and health checks take
 * for the first one. The APIs answer there too: they read no cookie, so a plugin gains nothing by their being near.
 * The admin, whose storage holds the session, and uploaded files never do.
 */
const API = /^\/(?:health|metrics|graphql|site-api|account-api)(?:[/?]|$)/;

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { serveFile, publicUrl }: { serveFile: ServeFile; publicUrl: string },
): Promise<FastifyReply> {
  const path = request.originalUrl.replace(/[?#].*$/s, '');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (request.method === 'OPTIONS') return allowReading(reply);
  if (isReading && readFilePath(path)) return serveFile(request, reply, path);
  // Whoever opens the admin at this name is shown the way; a program that calls an API here is told no.
  if (isReading && path.startsWith('/') && request.headers.accept?.includes('text/html')) {
    return reply.redirect(`${publicUrl}${request.originalUrl}`, 302);
  }
  throw refusal('INVALID_ENDPOINT', { use: publicUrl });
}

function allowReading(reply: FastifyReply): FastifyReply {
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD' };
  return reply.code(204).headers(headers).send();
}

/** What a frame of the admin may do, without an origin of its own. */
const SANDBOX =
  'sandbox allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

function serveBesideTheAdmin(app: FastifyInstance, serveFile: ServeFile): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: `${SHARED_PREFIX}/*`,
    handler: (request, reply) => {
      reply.header('content-security-policy', SANDBOX);
      return serveFile(request, reply, request.url.slice(SHARED_PREFIX.length).replace(/[?#].*$/s, ''));
    },
  });
}
