import { expect, test } from 'vitest';
import { areaOf } from './areas.ts';

test.each([
  ['/p/blog/editor/item_types/1/items/2/edit', 'content'],
  ['/p/blog/environments/sandbox/media/assets', 'media'],
  ['/p/blog/schema/blocks_library/1', 'schema'],
  ['/p/blog/project_settings/access_tokens', 'configuration'],
  ['/p/blog/cda-explorer', 'explorer'],
  ['/p/blog', null],
  ['/', null],
])('%s belongs to the area %s', (pathname, area) => {
  expect(areaOf(pathname)).toBe(area);
});
