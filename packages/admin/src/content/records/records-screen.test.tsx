import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { renderInProject } from '#testing/render-in-project.tsx';
import { RecordsScreen } from './records-screen.tsx';

const article = {
  type: 'item_type',
  id: 'm1',
  attributes: { name: 'Article', api_key: 'article', modular_block: false, singleton: false },
  relationships: { fields: { data: [{ type: 'field', id: 'f1' }] } },
};
const title = {
  type: 'field',
  id: 'f1',
  attributes: { label: 'Title', api_key: 'title', field_type: 'string', localized: false, position: 1 },
};
const address = '/p/field-notes/editor/item_types/m1/items';

function show(answers: Parameters<typeof renderInProject>[1], path = address) {
  return renderInProject(
    <Routes>
      <Route path="/p/field-notes/editor" element={<RecordsScreen />} />
      <Route path="/p/field-notes/editor/item_types/:modelId/items" element={<RecordsScreen />} />
    </Routes>,
    answers,
    path,
  );
}

test('a project without models shows the script that makes one', async () => {
  show({ 'GET /item-types': { data: [] }, 'GET /access_tokens': { data: [] } }, '/p/field-notes/editor');
  expect(await screen.findByText('No models yet')).toBeDefined();
  expect(screen.getByRole('region', { name: 'Make a model' }).textContent).toContain('itemTypes.create');
});

test('a model without records shows the script that writes one with its fields', async () => {
  show({
    'GET /item-types': { data: [article] },
    'GET /item-types/m1/fields': { data: [title] },
    'GET /items': { data: [], meta: { total_count: 0 } },
    'GET /access_tokens': { data: [] },
  });
  expect(await screen.findByText('No records in this model')).toBeDefined();
  expect(screen.getByRole('region', { name: 'Write a record' }).textContent).toContain(
    "title: 'My first title'",
  );
});

test('who may not read the records is told so, without a button that cannot help', async () => {
  const code = 'INSUFFICIENT_PERMISSIONS';
  show({
    'GET /item-types': { data: [article] },
    'GET /item-types/m1/fields': { data: [title] },
    'GET /items': { status: 403, data: [{ type: 'api_error', id: 'e', attributes: { code, details: {} } }] },
  });
  expect((await screen.findByRole('alert')).textContent).toContain('Not open to your role');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});
