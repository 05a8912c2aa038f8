import { executeQuery } from '@datocms/cda-client';
import type { CompiledQuery } from 'kysely';
import type { TestProject, TestServer } from '#testing/test-server.ts';

export interface AskOptions {
  includeDrafts?: boolean;
  variables?: Record<string, unknown>;
  token?: string;
}

/** Asks through the official client, as a website does. */
export function askDelivery(server: TestServer, project: TestProject) {
  return <Result = Record<string, unknown>>(
    query: string,
    { token = project.readOnlyToken, ...options }: AskOptions = {},
  ): Promise<Result> =>
    executeQuery<Result>(query, { token, graphqlEndpointUrl: server.graphqlUrl, ...options });
}

/** How many statements the server sends while `work` goes on. */
export async function countStatements(server: TestServer, work: () => Promise<unknown>): Promise<number> {
  const executor = server.ports.database.db.getExecutor();
  const send = executor.executeQuery.bind(executor);
  let count = 0;
  executor.executeQuery = <Row>(query: CompiledQuery<Row>) => {
    count += 1;
    return send(query);
  };
  await work();
  executor.executeQuery = send;
  return count;
}
