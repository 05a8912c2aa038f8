import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AdminFile, encodeFor, readAdminFiles } from './admin-files.ts';

/** First segments of the addresses that the browser's router knows. Everything else stays a plain 404, so that a
 *  misspelled API path is not answered with a page. */
const APP_ROUTES = [
  'p',
  'sign-in',
  'welcome',
  'reset-password',
  'confirm-email-change',
  'accept-invitation',
  'accept-organization-invitation',
  'account',
  'editor',
  'media',
  'schema',
  'configuration',
  'project_settings',
  'cda-explorer',
  'environments',
  'admin',
];

/** Serves the built admin: its files by name, and its one page for every address of the app. */
export async function serveAdmin(app: FastifyInstance, folder?: string): Promise<void> {
  const files = await readAdminFiles(folder);
  const page = files.get('/index.html');
  for (const [path, file] of files)
    if (path !== '/index.html') app.get(path, (request, reply) => sendFile(request, reply, file));
  const sendPage = (request: FastifyRequest, reply: FastifyReply) =>
    page === undefined ? sendNotBuilt(reply) : sendFile(request, reply, page);
  app.get('/', sendPage);
  for (const route of APP_ROUTES) {
    app.get(`/${route}`, sendPage);
    app.get(`/${route}/*`, sendPage);
  }
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: AdminFile): FastifyReply {
  reply.headers(SECURITY_HEADERS);
  reply.header('etag', file.etag).header('vary', 'accept-encoding').type(file.type);
  // Names of built files carry a hash of their content; the page that names them must always be asked for.
  reply.header('cache-control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const { body, encoding } = encodeFor(file, request.headers['accept-encoding']);
  if (encoding !== null) reply.header('content-encoding', encoding);
  return reply.send(body);
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .headers(SECURITY_HEADERS)
    .type('text/plain; charset=utf-8')
    .send('The admin has not been built. Run "npm run build" and start again. The APIs work without it.\n');
}

/**
 * Scripts come from here only, so that a value that found its way into the page as markup cannot run. Styles may
 * be inline: the editors and the menus place things that way. A project's APIs and pictures may be on other hosts.
 * No page may put the admin into a frame and trick a person's click.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data: blob:',
  'media-src * blob:',
  'connect-src *',
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Addresses of a project name records: other sites learn the origin at most.
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
};
