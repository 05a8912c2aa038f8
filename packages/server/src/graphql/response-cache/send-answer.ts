import type { FastifyReply } from 'fastify';
import { LARGEST_KEPT_BODY } from './asked-bodies.ts';
import type { KeptAnswer } from './kept-answers.ts';

export interface Headers {
  /** In the words of the CDN that stands before the public API. */
  status: 'HIT' | 'MISS';
  isCacheable: boolean;
  /** Bytes of the compressed request. */
  compressed: number;
  maxComplexity: number;
  showsTags: boolean;
}

type Answer = Pick<KeptAnswer, 'body' | 'tagHeader' | 'complexity' | 'environment'>;

export function sendAnswer(reply: FastifyReply, answer: Answer, headers: Headers): FastifyReply {
  reply.header('x-environment', answer.environment);
  if (answer.complexity !== null) reply.header('x-complexity', answer.complexity);
  reply.header('x-max-complexity', String(headers.maxComplexity));
  reply.header('x-cacheable-on-cdn', String(headers.isCacheable));
  reply.header('x-cacheable-on-cdn-query-length-limit', `${headers.compressed}/${LARGEST_KEPT_BODY}`);
  reply.header('cf-cache-status', headers.status);
  if (headers.showsTags) reply.header('x-cache-tags', answer.tagHeader);
  return reply.header('content-type', 'application/json; charset=utf-8').send(answer.body);
}
