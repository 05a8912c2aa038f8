import { Type } from '@sinclair/typebox';

const closed = { additionalProperties: false };

/** What the hosted service bills with is taken and left aside: nothing is sold here. */
const bill = Type.Optional(Type.Unknown());

export const duplicateBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('site'),
        attributes: Type.Object(
          {
            name: Type.String({ maxLength: 200 }),
            ignore_content: Type.Optional(Type.Boolean()),
            payment_intent_id: bill,
            recurrence: bill,
            extra_packets: bill,
            billing_profile: bill,
          },
          closed,
        ),
        relationships: Type.Optional(Type.Object({ plan: bill, billing_profile: bill })),
      },
      closed,
    ),
  },
  closed,
);

/** Copying a video costs nothing here, so that there is nothing to confirm. */
export const duplicateQuery = Type.Object({
  confirm_mux_encoding_consumption: Type.Optional(Type.String()),
});
