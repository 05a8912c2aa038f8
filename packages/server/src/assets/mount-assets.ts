import type { FastifyInstance } from 'fastify';
import { allowAnyOrigin } from '#http/cors.ts';
import type { Ports } from '#http/ports.ts';
import { receiveFile } from './receive-file.ts';
import { serveFile } from './serve-file.ts';

/** Uploaded files: anybody may read one whose address they know; one may be put where a signed URL allows it. */
export function mountAssets(app: FastifyInstance, ports: Ports): void {
  allowAnyOrigin(app);
  streamBodies(app);
  const url = '/:project/:file';
  // Named, because the HEAD that comes with every GET says that the file is empty.
  app.route({ method: ['GET', 'HEAD'], url, handler: (request, reply) => serveFile(request, reply, ports) });
  app.options(url, (_request, reply) => reply); // answered by the hook above
  app.put(url, (request, reply) => receiveFile(request, reply, ports));
}

/** A file goes to the store piece by piece; it is never held in memory. */
function streamBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
}
