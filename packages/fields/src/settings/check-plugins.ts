import type { FieldType } from '@recto/content/field-type';
import { isEntityId } from '@recto/content/id';
import type { Path } from '@recto/content/problem';
import type { FieldAppearance } from '@recto/content/schema/field';
import { type Report, rejectSetting } from './setting.ts';

/** Plugins of the environment by id, with the field types that one of the older kind is limited to. */
export type InstalledPlugins = ReadonlyMap<string, { fieldTypes: readonly string[] | null }>;

/** The plugins that an appearance names have to be there, and be made for such a field. */
export function checkPlugins(
  type: FieldType,
  appearance: FieldAppearance,
  plugins: InstalledPlugins,
  report: Report,
): void {
  const places: [id: string, path: Path][] = appearance.addons.map(({ id }, index) => [
    id,
    ['addons', index, 'id'],
  ]);
  if (!Object.hasOwn(type.editors, appearance.editor)) places.unshift([appearance.editor, ['editor']]);
  // What is no ID at all has been reported where it was read.
  for (const [id, path] of places.filter(([id]) => isEntityId(id))) {
    const plugin = plugins.get(id);
    if (!plugin) rejectSetting('must be the ID of a plugin that is installed', path, report);
    else if (plugin.fieldTypes && !plugin.fieldTypes.includes(type.name)) {
      rejectSetting('must be the ID of a plugin for fields of this type', path, report);
    }
  }
}
