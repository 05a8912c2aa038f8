import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import {
  createFieldset,
  destroyFieldset,
  type FieldsetChange,
  updateFieldset,
} from '@recto/content/schema/change-fieldset';
import { allFieldsets } from '@recto/content/schema/edit-schema';
import type { Fieldset } from '@recto/content/schema/field';
import type { Schema } from '@recto/content/schema/schema';
import type { Static } from '@sinclair/typebox';
import { findItemType } from '#api/item-types/find-item-type.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { changeSchema } from '#schema/change-schema.ts';
import { onlyGiven } from '#schema/only-given.ts';
import { createFieldsetBody, fieldsetEntity, updateFieldsetBody } from './contract.ts';
import { presentFieldset } from './present.ts';

const base = {
  resource: 'fieldset',
  answer: documentOf(fieldsetEntity),
  present: ({ fieldset }: { fieldset: Fieldset }) => ({ data: presentFieldset(fieldset) }),
};
const readable = { ...base, policy: () => true };
const editable = {
  ...base,
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_edit_schema'),
};

const createOneFieldset = endpoint({
  ...editable,
  rel: 'create',
  method: 'POST',
  path: '/item-types/:item_type_id/fieldsets',
  body: createFieldsetBody,
  load: async ({ params }, { schema }) => findItemType(schema, params.item_type_id),
  run: ({ body: { data } }, context, { id }) =>
    changeSchema(context, (before) =>
      createFieldset(
        before,
        findItemType(before, id),
        {
          ...readFieldsetChange(data.attributes),
          title: data.attributes.title,
          ...(data.id === undefined ? {} : { id: data.id }),
        },
        context.newId,
      ),
    ),
});

const updateOneFieldset = endpoint({
  ...editable,
  rel: 'update',
  method: 'PUT',
  path: '/fieldsets/:fieldset_id',
  body: updateFieldsetBody,
  load: async ({ params }, { schema }) => findFieldset(schema, params.fieldset_id),
  run: ({ body: { data } }, context, { id }) =>
    changeSchema(context, (before) =>
      updateFieldset(before, findFieldset(before, id), readFieldsetChange(data.attributes ?? {})),
    ),
});

const listFieldsets = endpoint({
  ...readable,
  rel: 'instances',
  answer: listOf(fieldsetEntity),
  method: 'GET',
  path: '/item-types/:item_type_id/fieldsets',
  run: async ({ params }, { schema }) => schema.fieldsetsOf(findItemType(schema, params.item_type_id).id),
  present: (fieldsets) => ({ data: fieldsets.map(presentFieldset) }),
});

const findOneFieldset = endpoint({
  ...readable,
  rel: 'self',
  method: 'GET',
  path: '/fieldsets/:fieldset_id',
  run: async ({ params }, { schema }) => ({ fieldset: findFieldset(schema, params.fieldset_id) }),
});

const destroyOneFieldset = endpoint({
  ...editable,
  rel: 'destroy',
  method: 'DELETE',
  path: '/fieldsets/:fieldset_id',
  load: async ({ params }, { schema }) => findFieldset(schema, params.fieldset_id),
  run: (_request, context, { id }) =>
    changeSchema(context, (before) => {
      const fieldset = findFieldset(before, id);
      return { schema: destroyFieldset(before, fieldset), fieldset };
    }),
});

export const fieldsetEndpoints: Endpoint[] = [
  createOneFieldset,
  updateOneFieldset,
  listFieldsets,
  findOneFieldset,
  destroyOneFieldset,
];

function findFieldset(schema: Schema, id: string | undefined): Fieldset {
  const fieldset = allFieldsets(schema).find((candidate) => candidate.id === id);
  if (!fieldset) throw refusal('NOT_FOUND');
  return fieldset;
}

function readFieldsetChange(
  attributes: NonNullable<Static<typeof updateFieldsetBody>['data']['attributes']>,
): FieldsetChange {
  return onlyGiven<FieldsetChange>({
    title: attributes.title,
    hint: attributes.hint,
    position: attributes.position,
    collapsible: attributes.collapsible,
    startCollapsed: attributes.start_collapsed,
  });
}
