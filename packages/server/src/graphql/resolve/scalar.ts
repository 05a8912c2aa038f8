import type { Json } from '@recto/content/json';
import { marked } from 'marked';
import type { ValuePlace } from './value-place.ts';

/** As the Content Management API tells it, except that JSON is a value here and not a text. */
export function readScalar(value: NonNullable<Json>, { field, context }: ValuePlace): unknown {
  const type = context.registry.types[field.fieldType];
  const { timeZone, millisecondsInDatetime } = context.schema.settings;
  const presented = type.present(value, {
    timeZone,
    milliseconds: millisecondsInDatetime,
    block: ({ id }) => id,
  });
  const isJson = type.delivery.output.kind === 'scalar' && type.delivery.output.type === 'JsonField';
  return isJson && typeof presented === 'string' ? JSON.parse(presented) : presented;
}

/** Markdown as HTML. What editors write is trusted like the rest of their content: HTML in it stays. */
export function renderMarkdown(value: NonNullable<Json>): string {
  return marked.parse(String(value), { async: false }).trim();
}
