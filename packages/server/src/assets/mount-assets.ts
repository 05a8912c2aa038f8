import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowAnyOrigin } from '#http/cors.ts';
import type { Ports } from '#http/ports.ts';
import { countTraffic, referrerOf } from '#usage/count-traffic.ts';
import type { MeteredRequest } from '#usage/usage-meter.ts';
import { uploadPathOf } from './asset-path.ts';
import { receiveFile } from './receive-file.ts';
import { serveFile } from './serve-file.ts';

/** Uploaded files: anybody may read one whose address they know; one may be put where a signed URL allows it. */
export function mountAssets(app: FastifyInstance, ports: Ports): void {
  allowAnyOrigin(app);
  countTraffic(app, 'assets', ports, describeDownload);
  streamBodies(app);
  const url = '/:project/:file';
  // Named, because the HEAD that comes with every GET says that the file is empty.
  app.route({ method: ['GET', 'HEAD'], url, handler: (request, reply) => serveFile(request, reply, ports) });
  app.options(url, (_request, reply) => reply); // answered by the hook above
  app.put(url, (request, reply) => receiveFile(request, reply, ports));
}

/** What is not there belongs to nobody, whatever project its address names. */
function describeDownload(request: FastifyRequest, { statusCode }: FastifyReply) {
  if (statusCode >= 400 || !['GET', 'HEAD'].includes(request.method)) return null;
  const { project, file } = request.params as { project: string; file: string }; // what the path's `:name` matched
  const path = uploadPathOf(project, file);
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  const details: MeteredRequest['details'] = [
    ['path', path],
    ['full_path', `${path}${query}`],
    ['referrer', referrerOf(request)],
    ['ip', request.ip],
  ];
  return { owner: project, details };
}

/** A file goes to the store piece by piece; it is never held in memory. */
function streamBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
}
