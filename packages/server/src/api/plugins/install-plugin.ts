import { Refusal, refusal } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import type { RequestContext } from '#http/context.ts';
import { REQUEST_DEADLINE_MS } from '#http/deadline.ts';
import { installPackage } from '#plugin-packages/install-package.ts';
import { PackageProblem } from '#plugin-packages/package-registry.ts';
import type { InstalledPackage } from '#plugin-packages/table.ts';

/** As the marketplace wants packages of plugins to be called; a scope of one's own may stand before it. */
const PLUGIN_NAME = /^(?:@[a-z0-9-][a-z0-9._-]*\/)?datocms-plugin-[a-z0-9][a-z0-9._-]*$/;
const EXACT_VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** Brings a package of a plugin here. Whatever is wrong with it is told about the attribute that named it. */
export async function installPlugin(
  context: RequestContext,
  { name, version }: { name: string; version: string | null },
  attribute: 'package_name' | 'package_version',
): Promise<InstalledPackage> {
  if (!PLUGIN_NAME.test(name)) throw wrongPackage('package_name', 'name_not_allowed');
  if (version !== null && !EXACT_VERSION.test(version)) throw refusal('INVALID_PLUGIN_VERSION', { version });
  const begun = performance.now();
  try {
    const installed = await installPackage(context, name, version);
    // The caller was sent away and asks again: one plugin is enough, and the package is here then.
    if (performance.now() - begun > REQUEST_DEADLINE_MS) throw refusal('SERVICE_UNAVAILABLE');
    return installed;
  } catch (error) {
    if (!(error instanceof PackageProblem)) throw error;
    const isUpdate = attribute === 'package_version';
    if (error.reason === 'version_not_found' || (isUpdate && error.reason === 'not_found')) {
      throw refusal('INVALID_PLUGIN_VERSION', { version });
    }
    throw wrongPackage(attribute, error.reason);
  }
}

function wrongPackage(attribute: string, reason: string): Refusal {
  return new Refusal([invalidField('Plugin', attribute, 'VALIDATION_INVALID', { reason })]);
}
