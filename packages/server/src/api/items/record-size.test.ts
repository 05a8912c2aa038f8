import type { ApiError } from '@datocms/cma-client-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { buildModel } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ maxRecordBytes: 500_000 });
});
afterAll(() => server.close());

it('a record weighs as much as the operator allows', async () => {
  const { client } = await server.createProject();
  const model = await buildModel(client, { text: 'text' });
  const { id } = await client.items.create({ item_type: model.ref, text: 'x'.repeat(400_000) });
  for (const text of ['x'.repeat(499_999), '€'.repeat(200_000)]) {
    const error = await client.items.update(id, { text }).catch((refused: ApiError) => refused);
    expect(error).toMatchObject({
      errors: [
        {
          attributes: {
            code: 'TECHNICAL_LIMIT_REACHED',
            details: { limit: 'item_bytes', maximum: 500_000 },
          },
        },
      ],
    });
  }
});
