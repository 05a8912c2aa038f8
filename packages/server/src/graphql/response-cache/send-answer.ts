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

/** Past the framework's own sending, which looks at everything once more and writes head and body apart. Hooks that run
 *  after an answer run all the same. */
export function sendAnswer(reply: FastifyReply, answer: Answer, headers: Headers): FastifyReply {
  const head: string[] = [];
  // What hooks have set, request id and origins. Limits are told of where they count.
  const given = reply.getHeaders();
  for (const name in given) {
    if (headers.status === 'MISS' || !name.startsWith('x-ratelimit-')) head.push(name, String(given[name]));
  }
  addHeaders(head, answer, headers);
  reply.hijack();
  reply.raw.writeHead(200, head);
  reply.raw.end(answer.body, 'latin1');
  return reply;
}

/** Names and values by turns: the form that Node.js takes as it is. */
function addHeaders(
  head: string[],
  { body, tagHeader, complexity, environment }: Answer,
  { status, isCacheable, compressed, maxComplexity, showsTags }: Headers,
): void {
  head.push('content-type', 'application/json; charset=utf-8', 'content-length', String(body.length));
  head.push('x-environment', environment, 'x-max-complexity', String(maxComplexity));
  if (complexity !== null) head.push('x-complexity', complexity);
  head.push('x-cacheable-on-cdn', String(isCacheable), 'cf-cache-status', status);
  head.push('x-cacheable-on-cdn-query-length-limit', `${compressed}/${LARGEST_KEPT_BODY}`);
  if (showsTags) head.push('x-cache-tags', tagHeader);
}
