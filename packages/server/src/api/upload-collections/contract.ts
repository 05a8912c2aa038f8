import { Type } from '@sinclair/typebox';
import { nullableLinkage, shortText } from '#schema/linkage.ts';
import { childrenLinkages, newId, position, treeRelationships } from '#tree/contract.ts';

const strict = { additionalProperties: false };

const relationships = Type.Optional(
  Type.Object(
    {
      parent: Type.Optional(nullableLinkage('upload_collection')),
      children: Type.Optional(childrenLinkages('upload_collection')),
    },
    strict,
  ),
);

export const createUploadCollectionBody = Type.Object(
  {
    data: Type.Object(
      {
        id: newId,
        type: Type.Literal('upload_collection'),
        attributes: Type.Object({ label: shortText, position: Type.Optional(position) }, strict),
        relationships,
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const updateUploadCollectionBody = Type.Object(
  {
    data: Type.Object(
      {
        id: newId,
        type: Type.Literal('upload_collection'),
        attributes: Type.Optional(
          Type.Object({ label: Type.Optional(shortText), position: Type.Optional(position) }, strict),
        ),
        relationships,
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const uploadCollectionEntity = Type.Object({
  type: Type.Literal('upload_collection'),
  id: Type.String(),
  attributes: Type.Object({ label: Type.String(), position: Type.Integer() }),
  relationships: Type.Object(treeRelationships('upload_collection')),
});
