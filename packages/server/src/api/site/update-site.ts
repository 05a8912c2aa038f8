import type { Json } from '@recto/content/json';
import { refuseAll } from '@recto/content/refusal';
import { changeEnvironment } from '@recto/content/schema/change-environment';
import type { EnvironmentFlags } from '@recto/content/schema/environment-flags';
import { invalidField } from '@recto/content/schema/invalid-field';
import type { Schema } from '@recto/content/schema/schema';
import type { Static } from '@sinclair/typebox';
import { dropRulesAbout } from '#api/roles/drop-rules.ts';
import { setSsoDefaultRole } from '#api/sso-settings/set-default-role.ts';
import type { RequestContext } from '#http/context.ts';
import { changeSchema } from '#schema/change-schema.ts';
import { onlyGiven } from '#schema/only-given.ts';
import type { updateSiteBody } from './contract.ts';
import { dropUploadLocales, findUnknownUploads, saveEnvironment, saveSite } from './table.ts';

type UpdateData = Static<typeof updateSiteBody>['data'];
type Attributes = NonNullable<UpdateData['attributes']>;

const OF_PROJECT = ['require_2fa', 'ip_tracking_enabled', 'force_use_of_sandbox_environments'] as const;
const OF_ENVIRONMENT = ['no_index', 'favicon', 'global_seo', 'theme'] as const;

/** Saves what belongs to the project, and what belongs to its environment as a change of schema. */
export async function updateSite(data: UpdateData, context: RequestContext): Promise<Schema> {
  const { attributes = {} } = data;
  await refuseUnknownUploads(attributes, context);
  const ssoRole = data.relationships?.sso_default_role?.data.id;
  if (ssoRole !== undefined) await setSsoDefaultRole(context.db, context.site.id, ssoRole);
  const schema = hasEnvironmentChange(data) ? await updateEnvironment(data, context) : context.schema;
  if (attributes.name?.trim() === '') refuseAll([invalidField('Site', 'name', 'VALIDATION_REQUIRED')]);
  const settings = pick(attributes, OF_PROJECT);
  if (attributes.name !== undefined || Object.keys(settings).length > 0) {
    await saveSite(context.db, context.site.id, { name: attributes.name, settings });
  }
  await context.record([{ entityType: 'site', eventType: 'update', entityId: context.site.id, details: {} }]);
  return schema;
}

function hasEnvironmentChange({ attributes = {}, meta }: UpdateData): boolean {
  const names = ['locales', 'timezone', ...OF_ENVIRONMENT] as const;
  return meta !== undefined || names.some((name) => attributes[name] !== undefined);
}

async function updateEnvironment(
  { attributes = {}, meta }: UpdateData,
  context: RequestContext,
): Promise<Schema> {
  const {
    created_at: _createdAt,
    allow_custom_theme: _theme,
    custom_upload_storage_settings: _storage,
    ...flags
  } = meta ?? {};
  const { schema } = await changeSchema(context, async (before) => {
    const after = changeEnvironment(before, {
      ...onlyGiven<{ locales?: string[]; timeZone?: string }>({
        locales: attributes.locales,
        timeZone: attributes.timezone,
      }),
      flags: flags as Partial<EnvironmentFlags>,
    });
    await saveSettings(before, after, attributes, context);
    return { schema: after };
  });
  return schema;
}

async function saveSettings(
  before: Schema,
  { settings }: Schema,
  attributes: Attributes,
  { db, site, environment }: RequestContext,
): Promise<void> {
  await saveEnvironment(db, environment.id, {
    locales: settings.locales,
    timeZone: settings.timeZone,
    settings: { ...pick(attributes, OF_ENVIRONMENT), meta: settings.flags },
  });
  const gone = before.settings.locales.filter((locale) => !settings.locales.includes(locale));
  await dropUploadLocales(db, environment.id, gone);
  for (const locale of gone) {
    await dropRulesAbout(db, { siteId: site.id, environment: environment.name, locale });
  }
}

function pick(attributes: Attributes, names: readonly (keyof Attributes)[]): Record<string, Json> {
  const given = names.filter((name) => attributes[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, attributes[name] as Json]));
}

async function refuseUnknownUploads(attributes: Attributes, context: RequestContext): Promise<void> {
  const named: [string, string | null | undefined][] = [
    ['favicon', attributes.favicon],
    ['global_seo', attributes.global_seo?.fallback_seo?.image],
    ['theme', attributes.theme?.logo],
  ];
  const ids = named.flatMap(([, id]) => (id ? [id] : []));
  const unknown = await findUnknownUploads(context.db, context.environment.id, ids);
  refuseAll(
    named
      .filter(([, id]) => id && unknown.has(id))
      .map(([name]) => invalidField('Site', name, 'VALIDATION_INVALID')),
  );
}
