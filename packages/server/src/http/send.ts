import type { FastifyReply } from 'fastify';

/** Clients read nothing but `application/json`: any other type, `application/vnd.api+json` included, makes them
 *  repeat a GET for ever. Null is 204, without body and without type. */
export function sendJson(reply: FastifyReply, status: number, document: unknown): FastifyReply {
  if (document === null) return reply.code(204).send();
  return reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(document));
}
