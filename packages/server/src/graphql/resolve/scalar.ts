import type { Json } from '@recto/content/json';
import { marked } from 'marked';
import { presentContextOf } from './present-context.ts';
import type { ValuePlace } from './value-place.ts';

/** As the Content Management API tells it. */
export function readScalar(value: NonNullable<Json>, { field, context }: ValuePlace): Json {
  return context.registry.types[field.fieldType].present(value, presentContextOf(context.schema));
}

/** JSON, which is kept as the text that came in, is a value here. */
export function readJson(value: NonNullable<Json>): unknown {
  return JSON.parse(String(value));
}

/** Markdown as HTML. What editors write is trusted like the rest of their content: HTML in it stays. */
export function renderMarkdown(value: NonNullable<Json>): string {
  return marked.parse(String(value), { async: false }).trim();
}
