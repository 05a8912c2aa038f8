import { dastSchema } from '@recto/fields/structured-text/dast-schema';
import type { FastifyInstance } from 'fastify';
import { accountEndpoints } from '#account-api/routes.ts';
import { endpoints } from '#api/endpoints.ts';
import { errorReferencePage } from '#errors/error-reference.ts';
import { allowAnyOrigin } from '#http/cors.ts';
import type { Settings } from '#settings.ts';
import { buildHyperschema } from './hyperschema.ts';

/** The published descriptions of the APIs. Open to anybody, and written once, when first asked for. */
export function mountReference(app: FastifyInstance, { publicUrl }: Pick<Settings, 'publicUrl'>): void {
  allowAnyOrigin(app);
  const documents: Record<string, () => object> = {
    '/site-api-hyperschema.json': () =>
      buildHyperschema('Content Management API', `${publicUrl}/site-api`, endpoints),
    '/account-api-hyperschema.json': () =>
      buildHyperschema('Account API', `${publicUrl}/account-api`, accountEndpoints),
    '/dast-schema.json': () => dastSchema,
  };
  for (const [path, build] of Object.entries(documents)) {
    const text = once(() => JSON.stringify(build()));
    app.get(path, (_request, reply) => reply.type('application/json; charset=utf-8').send(text()));
  }
  const page = once(errorReferencePage);
  app.get('/errors', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(page()),
  );
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
