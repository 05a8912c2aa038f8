import { LEGACY_FIELD_TYPES, LEGACY_PLUGIN_TYPES, PLUGIN_PERMISSIONS } from '@recto/content/plugin/plugin';
import { Type } from '@sinclair/typebox';
import { anyObject, nullable, oneOf } from '#http/document.ts';
import { longText, shortText } from '#schema/linkage.ts';

const strict = { additionalProperties: false };
const MOST_DEFINITIONS = 200;

const url = Type.String({ minLength: 1, maxLength: 2_000 });
const packageName = Type.String({ minLength: 1, maxLength: 214 });
const packageVersion = Type.String({ minLength: 1, maxLength: 100 });
const permissions = Type.Array(oneOf(PLUGIN_PERMISSIONS), { maxItems: 10, uniqueItems: true });
const definitions = Type.Array(Type.Unknown(), { maxItems: MOST_DEFINITIONS });

/** What only plugins of the older kind have. `field` is an older name of `field_editor`. */
const legacy = {
  plugin_type: Type.Optional(nullable(oneOf([...LEGACY_PLUGIN_TYPES, 'field']))),
  field_types: Type.Optional(nullable(Type.Array(oneOf(LEGACY_FIELD_TYPES), { maxItems: 50 }))),
  parameter_definitions: Type.Optional(
    nullable(Type.Object({ global: definitions, instance: definitions }, strict)),
  ),
};
const rest = { relationships: Type.Optional(Type.Unknown()), meta: Type.Optional(Type.Unknown()) };

export const createPluginBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('plugin'),
        attributes: Type.Object(
          {
            package_name: Type.Optional(nullable(packageName)),
            package_version: Type.Optional(nullable(packageVersion)),
            name: Type.Optional(shortText),
            description: Type.Optional(nullable(longText)),
            url: Type.Optional(url),
            permissions: Type.Optional(permissions),
            ...legacy,
          },
          strict,
        ),
        ...rest,
      },
      strict,
    ),
  },
  strict,
);

export const updatePluginBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('plugin'),
        attributes: Type.Optional(
          Type.Object(
            {
              // Part of what a plugin that was read is sent back with.
              package_name: Type.Optional(nullable(packageName)),
              package_version: Type.Optional(nullable(packageVersion)),
              name: Type.Optional(shortText),
              description: Type.Optional(nullable(longText)),
              url: Type.Optional(url),
              permissions: Type.Optional(permissions),
              parameters: Type.Optional(anyObject),
              ...legacy,
            },
            strict,
          ),
        ),
        ...rest,
      },
      strict,
    ),
  },
  strict,
);

export const pluginEntity = Type.Object({
  type: Type.Literal('plugin'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    description: nullable(Type.String()),
    url: Type.String(),
    parameters: anyObject,
    package_name: nullable(Type.String()),
    package_version: nullable(Type.String()),
    permissions: Type.Array(oneOf(PLUGIN_PERMISSIONS)),
    plugin_type: nullable(oneOf(LEGACY_PLUGIN_TYPES)),
    field_types: nullable(Type.Array(oneOf(LEGACY_FIELD_TYPES))),
    parameter_definitions: nullable(
      Type.Object({ global: Type.Array(Type.Unknown()), instance: Type.Array(Type.Unknown()) }),
    ),
  }),
  meta: Type.Object({ version: Type.String() }),
});
