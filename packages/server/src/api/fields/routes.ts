import { hasFlag } from '@recto/content/permissions/evaluate';
import { createField } from '@recto/content/schema/create-field';
import { destroyField } from '@recto/content/schema/destroy-field';
import { duplicateField } from '@recto/content/schema/duplicate-field';
import type { Field } from '@recto/content/schema/field';
import { fieldsNaming } from '@recto/content/schema/referencing';
import { updateField } from '@recto/content/schema/update-field';
import { findItemType } from '#api/item-types/find-item-type.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { type ChangedField, changeField } from './change-field.ts';
import { createFieldBody, updateFieldBody } from './contract.ts';
import { changedFieldDocument, fieldEntity } from './entity.ts';
import { findField } from './find-field.ts';
import { openRooms } from './open-rooms.ts';
import { presentField } from './present.ts';
import { readFieldChange, readNewField } from './read-change.ts';

const base = { resource: 'field', answer: changedFieldDocument };
const readable = { ...base, policy: () => true };
const editable = {
  ...base,
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_edit_schema'),
};

const createOneField = endpoint({
  ...editable,
  rel: 'create',
  method: 'POST',
  path: '/item-types/:item_type_id/fields',
  isJob: true,
  body: createFieldBody,
  load: async ({ params }, { schema }) => findItemType(schema, params.item_type_id),
  run: ({ body }, context, { id }) =>
    changeField(context, async (before) =>
      createField(before, findItemType(before, id), readNewField(body), {
        newId: context.newId,
        rooms: await openRooms(context, body.data),
      }),
    ),
  present: presentOne,
});

const updateOneField = endpoint({
  ...editable,
  rel: 'update',
  method: 'PUT',
  path: '/fields/:field_id',
  isJob: true,
  body: updateFieldBody,
  load: async ({ params }, { schema }) => findField(schema, params.field_id),
  run: ({ body }, context, { id }) =>
    changeField(context, async (before) =>
      updateField(
        before,
        findField(before, id),
        readFieldChange(body.data),
        await openRooms(context, body.data),
      ),
    ),
  present: presentOne,
});

const duplicateOneField = endpoint({
  ...editable,
  rel: 'duplicate',
  method: 'POST',
  path: '/fields/:field_id/duplicate',
  isJob: true,
  load: async ({ params }, { schema }) => findField(schema, params.field_id),
  run: (_request, context, { id }) =>
    changeField(context, (before) => duplicateField(before, findField(before, id), context.newId)),
  present: presentOne,
});

const destroyOneField = endpoint({
  ...editable,
  rel: 'destroy',
  method: 'DELETE',
  path: '/fields/:field_id',
  isJob: true,
  load: async ({ params }, { schema }) => findField(schema, params.field_id),
  run: (_request, context, { id }) =>
    changeField(context, (before) => {
      const field = findField(before, id);
      return { schema: destroyField(before, field), field };
    }),
  present: presentOne,
});

const listFields = endpoint({
  ...readable,
  rel: 'instances',
  answer: listOf(fieldEntity),
  method: 'GET',
  path: '/item-types/:item_type_id/fields',
  run: async ({ params }, { schema }) => schema.fieldsOf(findItemType(schema, params.item_type_id).id),
  present: presentMany,
});

const findOneField = endpoint({
  ...readable,
  rel: 'self',
  answer: documentOf(fieldEntity),
  method: 'GET',
  path: '/fields/:field_id',
  run: async ({ params }, { schema }) => ({ schema, field: findField(schema, params.field_id) }),
  present: presentOne,
});

const listReferencingFields = endpoint({
  ...readable,
  rel: 'referencing',
  answer: listOf(fieldEntity),
  method: 'GET',
  path: '/item-types/:item_type_id/fields/referencing',
  run: listNaming,
  present: presentMany,
});

/** The former name of the list above, which older clients still ask for. */
const listRelatedFields = endpoint({
  ...readable,
  rel: 'related',
  answer: listOf(fieldEntity),
  method: 'GET',
  path: '/item-types/:item_type_id/fields/related',
  run: listNaming,
  present: presentMany,
});

export const fieldEndpoints: Endpoint[] = [
  createOneField,
  updateOneField,
  listFields,
  listReferencingFields,
  listRelatedFields,
  findOneField,
  destroyOneField,
  duplicateOneField,
];

async function listNaming(
  { params }: { params: Readonly<Record<string, string>> },
  { schema, registry }: RequestContext,
): Promise<readonly Field[]> {
  return fieldsNaming(schema, findItemType(schema, params.item_type_id).id, registry);
}

function presentOne({ schema, field, included }: ChangedField, { registry }: RequestContext) {
  return { data: presentField(field, schema.settings, registry), ...(included ? { included } : {}) };
}

function presentMany(fields: readonly Field[], { schema, registry }: RequestContext) {
  return { data: fields.map((field) => presentField(field, schema.settings, registry)) };
}
