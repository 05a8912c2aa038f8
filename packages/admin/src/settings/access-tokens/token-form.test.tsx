import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { AccessToken } from '#project/use-tokens.ts';
import { renderInProject } from '#testing/render-in-project.tsx';
import { TokenForm } from './token-form.tsx';

const roles = [{ id: '1', name: 'Editor' }];

const editorsToken = {
  type: 'access_token',
  id: '9',
  name: 'Website',
  can_access_cda: true,
  can_access_cda_preview: false,
  can_access_cma: false,
  hardcoded_type: null,
  role: { type: 'role', id: '1' },
} as AccessToken;

test('a new token reads published content and nothing else, until its switches say more', async () => {
  const user = userEvent.setup();
  const { requests } = renderInProject(<TokenForm token={null} onDone={() => undefined} />, {
    'GET /roles': { data: roles.map(({ id, name }) => ({ type: 'role', id, attributes: { name } })) },
    'POST /access_tokens': { data: { type: 'access_token', id: '9', attributes: { name: 'Website' } } },
  });
  await user.type(screen.getByLabelText('Name'), 'Website');
  await user.click(screen.getByRole('button', { name: /Role/ }));
  await user.click(await screen.findByRole('option', { name: 'Editor' }));
  await user.click(screen.getByRole('switch', { name: /with drafts/ }));
  await user.click(screen.getByRole('button', { name: 'Create token' }));
  expect(requests('POST /access_tokens')).toEqual([
    {
      data: {
        type: 'access_token',
        attributes: {
          name: 'Website',
          can_access_cda: true,
          can_access_cda_preview: true,
          can_access_cma: false,
        },
        relationships: { role: { data: { type: 'role', id: '1' } } },
      },
    },
  ]);
});

test('a refused name is said at the field and in the summary', async () => {
  const user = userEvent.setup();
  renderInProject(<TokenForm token={editorsToken} onDone={() => undefined} />, {
    'GET /roles': { data: [] },
    'PUT /access_tokens/9': {
      status: 422,
      data: [
        {
          type: 'api_error',
          id: 'x',
          attributes: { code: 'INVALID_FIELD', details: { field: 'name', code: 'VALIDATION_UNIQUENESS' } },
        },
      ],
    },
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Name: This is taken already.');
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
});
