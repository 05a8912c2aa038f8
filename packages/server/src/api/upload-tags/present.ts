import type { AnswerDocument } from '#http/endpoint.ts';
import { type TagPage, tagId } from './table.ts';

export function presentTag(type: 'upload_tag' | 'upload_smart_tag', name: string) {
  return { type, id: tagId(name), attributes: { name } };
}

export function presentTagPage(
  type: 'upload_tag' | 'upload_smart_tag',
  { names, total }: TagPage,
): AnswerDocument {
  return { data: names.map((name) => presentTag(type, name)), meta: { total_count: total } };
}
