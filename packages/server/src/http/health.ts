import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Ports } from './ports.ts';
import { sendJson } from './send.ts';

/** `/health` for whoever decides whether this process gets traffic; `/metrics` for Prometheus. */
export function mountHealth(app: FastifyInstance, ports: Ports): void {
  const served = countAnswers(app);
  app.get('/health', async (_request, reply) => {
    await sql`select 1`.execute(ports.database.db);
    return sendJson(reply, 200, { status: 'ok', database: ports.database.kind });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(metricsText(served)),
  );
}

/** Answers by class of status: `2xx` … `5xx`. */
function countAnswers(app: FastifyInstance): Map<string, number> {
  const served = new Map<string, number>();
  app.addHook('onResponse', (_request, reply, done) => {
    const name = `${Math.floor(reply.statusCode / 100)}xx`;
    served.set(name, (served.get(name) ?? 0) + 1);
    done();
  });
  return served;
}

function metricsText(served: ReadonlyMap<string, number>): string {
  const { rss, heapUsed } = process.memoryUsage();
  return [
    '# TYPE recto_http_requests_total counter',
    ...[...served].map(([name, count]) => `recto_http_requests_total{status="${name}"} ${count}`),
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_size_used_bytes gauge',
    `nodejs_heap_size_used_bytes ${heapUsed}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${Math.round(process.uptime())}`,
    '',
  ].join('\n');
}
