import type { Json } from '@recto/content/json';

export function keepText(value: Json): string | null {
  return typeof value === 'string' ? value : null;
}

export function writeNumber(value: Json): string | null {
  return typeof value === 'number' ? String(value) : null;
}
