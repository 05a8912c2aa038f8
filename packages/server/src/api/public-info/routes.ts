import { MAX_BLOCK_DEPTH, MAX_BLOCKS } from '@recto/content/item/limits';
import type { JsonObject } from '@recto/content/json';
import { presentTheme } from '#api/site/present.ts';
import { findUploads } from '#api/uploads/table.ts';
import { messagesUrlOf } from '#api/white-label-settings/messages-url.ts';
import { LARGEST_FILE_BYTES } from '#assets/receive-file.ts';
import { documentOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { publicInfoEntity } from './entity.ts';

/** What the frame of the admin shows before it shows content: name, logo, colours, words. */
const find = endpoint({
  resource: 'public_info',
  rel: 'self',
  answer: documentOf(publicInfoEntity),
  method: 'GET',
  path: '/public-info',
  policy: () => true,
  async run(_request, { db, environment, settings }) {
    const { logo, ...theme } = presentTheme(environment.settings.theme) as JsonObject;
    if (typeof logo !== 'string') return { theme, logoUrl: null };
    const [upload] = await findUploads(db, environment.id, [logo]);
    return { theme, logoUrl: upload ? `${settings.assetsUrl}${upload.path}` : null };
  },
  present: ({ theme, logoUrl }, { site }) => ({
    data: {
      type: 'public_info',
      id: site.id,
      attributes: {
        name: site.name,
        sso_saml_init_url: null,
        logo_url: logoUrl,
        white_label: messagesUrlOf(site) !== null,
        custom_i18n_messages_template_url: messagesUrlOf(site),
        theme,
        extras: {
          blocks_depth: MAX_BLOCK_DEPTH,
          blocks_per_item: MAX_BLOCKS,
          maximum_single_upload_bytes: LARGEST_FILE_BYTES,
          overage_thresholds: {},
        },
      },
    },
  }),
});

export const publicInfoEndpoints: Endpoint[] = [find];
