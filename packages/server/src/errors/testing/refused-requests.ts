import { newId } from '@recto/content/id';
import { expect } from 'vitest';
import type { Scenes } from './stage.ts';

const messages = [expect.stringMatching(/^#/)];
const emptyBody = JSON.stringify({ data: { type: 'item_type' } });

/** What is wrong with a request whatever it is about. */
export const refusedRequests: Scenes = {
  INVALID_ACCEPT_HEADER: {
    request: ({ send }) => send('/site', { headers: { accept: 'text/html' } }),
    details: {},
  },
  INVALID_API_VERSION: {
    request: ({ send }) => send('/site', { headers: { 'x-api-version': '9' } }),
    details: {},
  },
  INVALID_AUTHORIZATION_HEADER: {
    request: ({ send }) => send('/site', { token: 'nobody' }),
    details: {},
  },
  INVALID_CONTENT_TYPE_HEADER: {
    request: ({ send }) =>
      send('/items', { method: 'POST', body: emptyBody, headers: { 'content-type': 'text/plain' } }),
    details: {},
  },
  INVALID_ENDPOINT: { request: ({ send }) => send('/nowhere'), details: {} },
  INVALID_ENVIRONMENT: {
    request: ({ send }) => send('/site', { headers: { 'x-environment': 'nowhere' } }),
    details: {},
  },
  INVALID_FORMAT: {
    request: ({ send }) => send('/item-types', { method: 'POST', body: emptyBody }),
    details: { messages },
  },
  INVALID_JSON_BODY: { request: ({ send }) => send('/items', { method: 'POST', body: '{' }), details: {} },
  INVALID_PARAMS: { request: ({ send }) => send('/items?page[limit]=many'), details: { messages } },
  DESTRUCTIVE_REQUEST_BLOCKED: {
    request: ({ send }) =>
      send('/items', {
        method: 'POST',
        body: emptyBody,
        headers: { 'x-abort-if-destructive-request': 'true' },
      }),
    details: {},
  },
  NOT_FOUND: { request: ({ client }) => client.items.find(newId()), details: {} },
  INVALID_ENTITY_ID: {
    request: ({ client }) => client.itemTypes.create({ id: 'mine', name: 'A', api_key: 'own_id' }),
    details: { id: 'mine' },
  },
  INSUFFICIENT_PERMISSIONS: {
    request: ({ send, project }) =>
      send('/menu-items', {
        method: 'POST',
        token: project.readOnlyToken,
        body: JSON.stringify({ data: { type: 'menu_item', attributes: { label: 'A' } } }),
      }),
    details: {},
  },
};
