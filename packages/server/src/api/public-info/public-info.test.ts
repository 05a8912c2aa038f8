import { expect, it } from 'vitest';
import { startTestServer } from '#testing/test-server.ts';

it('tells the admin what the frame around the content looks like', async () => {
  const server = await startTestServer();
  try {
    const { client } = await server.createProject();
    const { name } = await client.site.find();
    expect(await client.publicInfo.find()).toMatchObject({
      type: 'public_info',
      name,
      logo_url: null,
      white_label: false,
      theme: { type: 'monochromatic' },
      extras: { blocks_depth: 5, overage_thresholds: {} },
    });
    await client.whiteLabelSettings.update({
      custom_i18n_messages_template_url: 'https://example.org/:locale.json',
    });
    expect(await client.publicInfo.find()).toMatchObject({
      white_label: true,
      custom_i18n_messages_template_url: 'https://example.org/:locale.json',
    });
  } finally {
    await server.close();
  }
});
