import type { ApiError, Client } from '@datocms/cma-client-node';
import type { ErrorCode } from '@recto/content/error-codes';
import { buildClientOfRole, itemRule } from '#api/roles/testing.ts';
import { type RawRequest, sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

/** Where requests are made that are refused. */
export interface Stage {
  server: TestServer;
  project: TestProject;
  client: Client;
  /** A project that nobody else looks at, for what changes it as a whole. */
  newProject(): Promise<TestProject>;
  /** What no client would send. */
  send(path: string, request?: RawRequest): Promise<unknown>;
}

/** A request that is refused with a code, and what its details say. */
export interface Scene {
  /** Makes what there has to be; the request that it ends with is refused. */
  request(stage: Stage): Promise<unknown>;
  details: object;
}

export type Scenes = Partial<Record<ErrorCode, Scene>>;

export async function openStage(): Promise<Stage> {
  const server = await startTestServer();
  const project = await server.createProject({ locales: ['en', 'it'] });
  const send = async (path: string, request: RawRequest = {}) => {
    const answer = await sendRaw(`${server.cmaUrl}${path}`, { token: project.fullAccessToken, ...request });
    if (answer.status >= 400) throw { response: answer, errors: JSON.parse(answer.text).data };
  };
  return { server, project, client: project.client, newProject: () => server.createProject(), send };
}

/** Whoever may read and write every record, and nothing else. */
export function buildEditor({ server, project }: Stage): Promise<Client> {
  const actions = ['read', 'create', 'update', 'publish', 'delete'] as const;
  const positive_item_type_permissions = actions.map((action) => itemRule({ action }));
  return buildClientOfRole(server, project, { positive_item_type_permissions });
}

/** The refusal of a request, as the official client or a raw request met it. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<Pick<ApiError, 'errors'> & { status: number }> {
  const thrown = await request.then(
    () => undefined,
    (error: Partial<ApiError>) => error,
  );
  if (!thrown?.errors || !thrown.response) throw new Error('Nothing was refused.', { cause: thrown });
  return { errors: thrown.errors, status: thrown.response.status };
}
