import type { FastifyReply, FastifyRequest } from 'fastify';
import { REQUEST_DEADLINE_MS, withDeadline } from '#http/deadline.ts';
import type { Ports } from '#http/ports.ts';
import { createRateGate } from '#http/rate-limit.ts';
import { enterDelivery, recallDelivery } from './enter-delivery.ts';
import type { Delivery } from './open-delivery.ts';
import { type DeliveryOptions, type PathOptions, readOptions } from './read-options.ts';
import {
  type AskedBody,
  createAskedBodies,
  keyOfBody,
  LARGEST_REMEMBERED_BODY,
  mayBeKept,
} from './response-cache/asked-bodies.ts';
import { composeAnswer } from './response-cache/compose-answer.ts';
import { type KeptAnswer, KeptAnswers } from './response-cache/kept-answers.ts';
import { knownCallersOf } from './response-cache/known-callers.ts';
import { type Headers, sendAnswer } from './response-cache/send-answer.ts';

interface Answerer {
  /** Runs before a body is read. */
  limitLarge(request: FastifyRequest, reply: FastifyReply): void;
  answer(request: FastifyRequest, reply: FastifyReply, path: PathOptions): Promise<FastifyReply>;
}

/**
 * The life of a query: what it asks for → who asks, confirmed → an answer that was kept and is still true; else the rate
 * limit, the run, and an answer to keep. Answers that were kept count in no limit, as the public API documents it.
 */
export function createAnswerer(ports: Ports): Answerer {
  const { settings, database } = ports;
  const { responseCacheBytes, maxComplexity } = settings;
  const limit = createRateGate(settings.deliveryRateLimits, ports.now);
  const kept = responseCacheBytes === null ? null : new KeptAnswers(responseCacheBytes);
  const callers = knownCallersOf(database);
  const bodies = createAskedBodies();

  return {
    limitLarge(request, reply) {
      if (!isSmall(request)) limit(request, reply);
    },

    async answer(request, reply, path) {
      const options = readOptions(request.headers, path);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const known = isSmall(request) ? bodies.find(keyOfBody(body)) : undefined;
      // Whoever is beyond the limit is sent away before anything is asked for them, unless an answer lies ready.
      const ready = known && findReady(options, known);
      if (isSmall(request) && !ready) limit(request, reply);
      const asked = known ?? (await bodies.read(body));
      const writes = database.writes?.();
      const entering = enterDelivery(options, ports);
      if (ready && entering === ready.delivery && callers.touched.isTrue(ready.answer)) {
        return sendAnswer(reply, ready.answer, headersOf(request, asked, 'HIT'));
      }
      return withDeadline(REQUEST_DEADLINE_MS, async () =>
        answerFrom(await entering, {
          request,
          reply,
          options,
          asked,
          writes,
          isExpected: ready !== undefined,
        }),
      );
    },
  };

  function findReady(options: DeliveryOptions, asked: AskedBody): Ready | undefined {
    const caller = callers.recall(options);
    const delivery = caller && recallDelivery(caller, options, ports.now());
    const answer = delivery && kept?.find(nameOf(delivery, asked));
    return answer && { delivery, answer };
  }

  async function answerFrom(delivery: Delivery, asking: Asking): Promise<FastifyReply> {
    const { request, reply, asked, isExpected } = asking;
    const name = nameOf(delivery, asked);
    const found = kept?.find(name);
    if (found && callers.touched.isTrue(found)) {
      return sendAnswer(reply, found, headersOf(request, asked, 'HIT'));
    }
    if (isExpected) limit(request, reply);
    const since = callers.touched.now;
    const isKept = kept !== null && delivery.isLasting && mayBeKept(asked);
    const headers = headersOf(request, asked, 'MISS');
    const made = await composeAnswer(delivery, asked.operations, {
      maxComplexity,
      writes: asking.writes,
      isTagged: isKept || headers.showsTags,
      onUnforeseen: (error) => tellUnforeseen(request, error),
    });
    if (made.isTorn) return answerAgain(asking);
    const answer = { ...made, since, until: since, wasAsked: false };
    if (isKept && made.isSuccess) kept.keep(name, answer);
    return sendAnswer(reply, answer, headers);
  }

  /** With the models as they are now. Nobody changes them faster than the deadline comes. */
  async function answerAgain(asking: Asking): Promise<FastifyReply> {
    const writes = database.writes?.();
    const delivery = await enterDelivery(asking.options, ports);
    return answerFrom(delivery, { ...asking, writes, isExpected: false });
  }

  function headersOf(request: FastifyRequest, asked: AskedBody, status: Headers['status']): Headers {
    return {
      status,
      isCacheable: kept !== null && mayBeKept(asked),
      compressed: asked.compressed,
      maxComplexity,
      showsTags: request.headers['x-cache-tags'] === 'true',
    };
  }
}

/** What was worked out and answered before; nobody has confirmed it yet. */
interface Ready {
  delivery: Delivery;
  answer: KeptAnswer;
}

interface Asking {
  request: FastifyRequest;
  reply: FastifyReply;
  options: DeliveryOptions;
  asked: AskedBody;
  /** What this process had written before anything was read, where it alone writes. */
  writes: number | undefined;
  /** An answer lay ready, so that the request was not counted. */
  isExpected: boolean;
}

function nameOf(delivery: Delivery, asked: AskedBody): string {
  return `${delivery.id} ${asked.key}`;
}

/** Larger bodies are never kept for: they are counted before they are read. */
function isSmall({ headers }: FastifyRequest): boolean {
  return Number(headers['content-length'] ?? Number.NaN) <= LARGEST_REMEMBERED_BODY;
}

function tellUnforeseen(request: FastifyRequest, error: Error): string {
  request.log.error({ err: error }, 'unforeseen');
  return `Internal server error (request ${request.id})`;
}
