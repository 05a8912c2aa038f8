import { Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';

const strict = { additionalProperties: false };
const locales = Type.Array(Type.String({ maxLength: 20 }), { minItems: 1, maxItems: 1000 });
const selection = nullable(
  Type.Object(
    {
      content_in_locales: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 1000 }),
      non_localized_content: Type.Boolean(),
    },
    strict,
  ),
);
const moment = Type.String({ maxLength: 60 });

export const schedulePublicationBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('scheduled_publication'),
        attributes: Type.Object(
          { publication_scheduled_at: moment, selective_publication: Type.Optional(selection) },
          strict,
        ),
      },
      strict,
    ),
  },
  strict,
);

export const scheduleUnpublishingBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('scheduled_unpublishing'),
        attributes: Type.Object(
          { unpublishing_scheduled_at: moment, content_in_locales: Type.Optional(nullable(locales)) },
          strict,
        ),
      },
      strict,
    ),
  },
  strict,
);

const relationships = Type.Object({ item: Type.Object({ data: identifier('item') }) });

export const scheduledPublicationEntity = Type.Object({
  type: Type.Literal('scheduled_publication'),
  id: Type.String(),
  attributes: Type.Object({
    publication_scheduled_at: Type.String(),
    selective_publication: nullable(
      Type.Object({ content_in_locales: Type.Array(Type.String()), non_localized_content: Type.Boolean() }),
    ),
  }),
  relationships,
});

export const scheduledUnpublishingEntity = Type.Object({
  type: Type.Literal('scheduled_unpublishing'),
  id: Type.String(),
  attributes: Type.Object({
    unpublishing_scheduled_at: Type.String(),
    content_in_locales: nullable(Type.Array(Type.String())),
  }),
  relationships,
});
