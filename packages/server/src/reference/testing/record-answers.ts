import { ApiError, buildClient, type Client } from '@datocms/cma-client-node';
import { endpoints } from '#api/endpoints.ts';
import type { TestServer } from '#testing/test-server.ts';

/** What an endpoint answered with when it refused nothing; of one that takes long, what its job came to. */
export interface Answered {
  /** JSON:API type and link `rel`: `item publish`. */
  endpoint: string;
  status: number;
  document: AnsweredDocument | null;
}

export interface AnsweredDocument {
  data: unknown;
  included?: unknown[];
  meta?: object;
}

type Listed = { resource: string; rel: string; method: string; path: string };

/** The unmodified client over a `fetch` that remembers every answer. */
export function buildRecordingClient(
  { cmaUrl }: TestServer,
  apiToken: string,
): { client: Client; answers: Answered[] } {
  const { fetchFn, answers } = recordAnswers(cmaUrl, endpoints);
  const client = buildClient({ apiToken, baseUrl: cmaUrl, autoRetry: false, fetchFn });
  // The client waits a second before it asks what became of a job.
  client.jobResultsFetcher = async (id) => {
    for (;;) {
      const found = await client.jobResults.find(id).catch(refuseAllButMissing);
      if (found) return found;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { client, answers };
}

function refuseAllButMissing(error: unknown): undefined {
  if (!(error instanceof ApiError && error.findError('NOT_FOUND'))) throw error;
}

/** A `fetch` that remembers every answer of an API. */
export function recordAnswers(
  baseUrl: string,
  listed: readonly Listed[],
): { fetchFn: typeof fetch; answers: Answered[] } {
  const answers: Answered[] = [];
  const jobs = new Map<string, string>();
  const patterns = patternsOf(listed);
  const fetchFn: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    // The bytes of a file go elsewhere.
    if (!String(input).startsWith(`${baseUrl}/`)) return response;
    const text = await response.clone().text();
    const document: AnsweredDocument | null = text === '' ? null : JSON.parse(text);
    const endpoint = endpointOf(patterns, init?.method ?? 'GET', String(input).slice(baseUrl.length));
    if (!response.ok) return response; // among them the results of jobs that are not done yet
    answers.push({ endpoint, status: response.status, document });
    if (response.status === 202 && document) jobs.set((document.data as { id: string }).id, endpoint);
    const result = resultOf(document, jobs);
    if (result) answers.push(result);
    return response;
  };
  return { fetchFn, answers };
}

interface Pattern {
  endpoint: string;
  method: string;
  pattern: RegExp;
  parameters: number;
}

function patternsOf(listed: readonly Listed[]): Pattern[] {
  return (
    listed
      .map(({ resource, rel, method, path }) => ({
        endpoint: `${resource} ${rel}`,
        method,
        pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
        parameters: path.split(':').length,
      }))
      // `/users/me` is no id.
      .sort((one, other) => one.parameters - other.parameters)
  );
}

function endpointOf(patterns: readonly Pattern[], method: string, address: string): string {
  const path = address.replace(/\?.*/, '');
  const found = patterns.find((candidate) => candidate.method === method && candidate.pattern.test(path));
  if (!found) throw new Error(`No endpoint is ${method} ${path}`);
  return found.endpoint;
}

interface JobResult {
  type: 'job_result';
  id: string;
  attributes: { status: number; payload: AnsweredDocument | null };
}

function resultOf(document: AnsweredDocument | null, jobs: Map<string, string>): Answered | undefined {
  const data = document?.data as JobResult | undefined;
  const endpoint = data?.type === 'job_result' ? jobs.get(data.id) : undefined;
  if (!data || !endpoint) return undefined;
  return { endpoint, status: data.attributes.status, document: data.attributes.payload };
}
