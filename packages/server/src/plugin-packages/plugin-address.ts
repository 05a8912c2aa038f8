import type { EntryPoint, Plugin } from '@recto/content/plugin/plugin';
import type { Settings } from '#settings.ts';

type Origins = Pick<Settings, 'publicUrl' | 'pluginsUrl'>;

/** Where files of plugins are when they have no origin of their own. */
export const SHARED_PREFIX = '/plugins';

/** Whether files of plugins are of another origin than the admin, so that they may have one at all. */
export function isApart({ publicUrl, pluginsUrl }: Origins): boolean {
  return pluginsUrl !== publicUrl;
}

/** The address of the page that the admin shows. A file of a package lies where relative addresses in it hold. */
export function urlOf(
  { entryPoint, packageName, packageVersion }: PackagedPlugin,
  settings: Origins,
): string {
  if (entryPoint.kind === 'url') return entryPoint.url;
  const path = entryPoint.path.split('/').map(encodeURIComponent).join('/');
  return `${baseOf(settings)}/${packageName}@${packageVersion}/${path}`;
}

type PackagedPlugin = Pick<Plugin, 'packageName' | 'packageVersion'> & { entryPoint: EntryPoint };

/** A page of the admin's origin could do what the admin can, unless it is one that is served without an origin. */
export function isForbiddenUrl(url: URL, settings: Origins): boolean {
  if (url.origin !== new URL(settings.publicUrl).origin) return false;
  return isApart(settings) || !url.pathname.startsWith(`${SHARED_PREFIX}/`);
}

function baseOf(settings: Origins): string {
  return isApart(settings) ? settings.pluginsUrl : `${settings.publicUrl}${SHARED_PREFIX}`;
}

/** `/<package>@<version>/<file>`; undefined for any other path. */
export function readFilePath(path: string): { name: string; version: string; file: string } | undefined {
  const decoded = decode(path);
  const match = /^\/((?:@[^/@]+\/)?[^/@]+)@([^/@]+)\/(.+)$/.exec(decoded ?? '');
  const [, name, version, file] = match ?? [];
  return name && version && file ? { name, version, file } : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // a percent sign that means nothing
  }
}
