import { hasFlag } from '@recto/content/permissions/evaluate';
import { refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { Type } from '@sinclair/typebox';
import { saveSite } from '#api/site/table.ts';
import { documentOf, nullable } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { messagesUrlOf } from './messages-url.ts';

const strict = { additionalProperties: false };
const messagesUrl = nullable(Type.String({ maxLength: 2_000 }));

export const whiteLabelSettingsEntity = Type.Object({
  type: Type.Literal('white_label_settings'),
  id: Type.String(),
  attributes: Type.Object({ custom_i18n_messages_template_url: nullable(Type.String()) }),
});

export const updateWhiteLabelSettingsBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('white_label_settings'),
        id: Type.Optional(Type.String({ maxLength: 60 })),
        attributes: Type.Optional(
          Type.Object({ custom_i18n_messages_template_url: Type.Optional(messagesUrl) }, strict),
        ),
      },
      strict,
    ),
  },
  strict,
);

const base = {
  resource: 'white_label_settings',
  path: '/white-label-settings',
  answer: documentOf(whiteLabelSettingsEntity),
  present: (url: string | null) => ({
    data: {
      type: 'white_label_settings',
      id: 'white_label_settings',
      attributes: { custom_i18n_messages_template_url: url },
    },
  }),
};

const find = endpoint({
  ...base,
  rel: 'self',
  method: 'GET',
  policy: () => true,
  run: async (_request, { site }) => messagesUrlOf(site),
});

const update = endpoint({
  ...base,
  rel: 'update',
  method: 'PUT',
  body: updateWhiteLabelSettingsBody,
  policy: (_subject, { permissions }) => hasFlag(permissions, 'can_edit_site'),
  async run({ body }, { db, site }) {
    const url = body.data.attributes?.custom_i18n_messages_template_url;
    if (url === undefined) return messagesUrlOf(site);
    refuseAll(checkTemplate(url));
    await saveSite(db, site.id, { settings: { custom_i18n_messages_template_url: url } });
    return url;
  },
});

export const whiteLabelSettingsEndpoints: Endpoint[] = [find, update];

/** Fetched by the browsers of editors, with the locale in the place of `:locale`. */
function checkTemplate(url: string | null) {
  const isFine = url === null || (/^https?:\/\//i.test(url) && URL.canParse(url) && url.includes(':locale'));
  return isFine ? [] : [invalidField('Site', 'custom_i18n_messages_template_url', 'VALIDATION_FORMAT')];
}
