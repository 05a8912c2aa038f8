import { buildClient, type Client } from '@datocms/cma-client-node';
import { endpoints } from '#api/endpoints.ts';
import type { TestServer } from '#testing/test-server.ts';

/** What an endpoint answered with; of one that takes long, what its job came to. */
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

/** The unmodified client over a `fetch` that remembers every answer. */
export function buildRecordingClient(
  { cmaUrl }: TestServer,
  apiToken: string,
): { client: Client; answers: Answered[] } {
  const answers: Answered[] = [];
  const jobs = new Map<string, string>();
  const fetchFn: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    // The bytes of a file go elsewhere.
    if (!String(input).startsWith(`${cmaUrl}/`)) return response;
    const text = await response.clone().text();
    const document: AnsweredDocument | null = text === '' ? null : JSON.parse(text);
    const endpoint = endpointOf(init?.method ?? 'GET', String(input).slice(cmaUrl.length));
    answers.push({ endpoint, status: response.status, document });
    if (response.status === 202 && document) jobs.set((document.data as { id: string }).id, endpoint);
    const result = response.ok ? resultOf(document, jobs) : undefined;
    if (result) answers.push(result);
    return response;
  };
  const client = buildClient({ apiToken, baseUrl: cmaUrl, autoRetry: false, fetchFn });
  return { client, answers };
}

const patterns = endpoints
  .map(({ resource, rel, method, path }) => ({
    endpoint: `${resource} ${rel}`,
    method,
    pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
    parameters: path.split(':').length,
  }))
  // `/users/me` is no id.
  .sort((one, other) => one.parameters - other.parameters);

function endpointOf(method: string, address: string): string {
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
