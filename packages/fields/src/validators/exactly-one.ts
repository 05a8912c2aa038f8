import type { JsonObject } from '@recto/content/json';
import { type Report, rejectSetting } from '../settings/setting.ts';

export function requireExactlyOne(read: JsonObject, names: readonly string[], report: Report): void {
  const given = names.filter((name) => read[name] !== undefined);
  if (given.length !== 1) rejectSetting(`must specify exactly one of ${names.join(', ')}`, [], report);
}
