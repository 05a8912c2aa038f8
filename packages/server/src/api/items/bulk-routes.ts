import { Type } from '@sinclair/typebox';
import { presentTally } from '#bulk/attempt-each.ts';
import { bulkAnswer, concerned } from '#bulk/contract.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { destroyMany, moveManyToStage, publishMany, unpublishMany } from './bulk.ts';

const strict = { additionalProperties: false };

function bodyOf<Name extends string>(type: Name) {
  const relationships = Type.Object({ items: concerned('item') });
  return Type.Object({ data: Type.Object({ type: Type.Literal(type), relationships }, strict) }, strict);
}

const bulk = {
  resource: 'item',
  method: 'POST',
  isJob: true,
  transaction: 'own',
  answer: bulkAnswer,
  policy: () => true, // asked about each record
  present: presentTally,
} as const;

const bulkPublish = endpoint({
  ...bulk,
  rel: 'bulk_publish',
  path: '/items/bulk/publish',
  body: bodyOf('item_bulk_publish_operation'),
  run: ({ body }, context) => publishMany(context, body.data.relationships.items.data),
});

const bulkUnpublish = endpoint({
  ...bulk,
  rel: 'bulk_unpublish',
  path: '/items/bulk/unpublish',
  body: bodyOf('item_bulk_unpublish_operation'),
  run: ({ body }, context) => unpublishMany(context, body.data.relationships.items.data),
});

const bulkDestroy = endpoint({
  ...bulk,
  rel: 'bulk_destroy',
  path: '/items/bulk/destroy',
  body: bodyOf('item_bulk_destroy_operation'),
  run: ({ body }, context) => destroyMany(context, body.data.relationships.items.data),
});

const bulkMoveToStage = endpoint({
  ...bulk,
  rel: 'bulk_move_to_stage',
  path: '/items/bulk/move-to-stage',
  body: Type.Object(
    {
      data: Type.Object(
        {
          type: Type.Literal('item_bulk_move_to_stage_operation'),
          attributes: Type.Object({ stage: Type.String({ maxLength: 100 }) }, strict),
          relationships: Type.Object({ items: concerned('item') }),
        },
        strict,
      ),
    },
    strict,
  ),
  run: ({ body: { data } }, context) =>
    moveManyToStage(context, data.relationships.items.data, data.attributes.stage),
});

export const bulkItemEndpoints: Endpoint[] = [bulkPublish, bulkUnpublish, bulkDestroy, bulkMoveToStage];
