import type { JsonObject } from '@recto/content/json';
import { type Report, rejectSetting } from '../settings/setting.ts';

export type Bounds = { min?: number; eq?: number; max?: number };

export function isWithinBounds(amount: number, { min, eq, max }: Bounds): boolean {
  if (eq !== undefined && amount !== eq) return false;
  return (min === undefined || amount >= min) && (max === undefined || amount <= max);
}

/** A rule that nothing can satisfy would lock every record of the model. */
export function refuseCrossedBounds(read: JsonObject, report: Report): void {
  const { min, max } = read;
  if (typeof min !== typeof max || min === undefined || max === undefined) return;
  if (min !== null && max !== null && min > max)
    rejectSetting('must not be greater than max', ['min'], report);
}

/** Characters as people count them: an emoji beyond the basic plane is one. */
export function countCharacters(text: string): number {
  let characters = 0;
  for (const _character of text) characters++;
  return characters;
}
