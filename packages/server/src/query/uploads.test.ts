import type { Condition, Operand, UploadAttribute } from '@recto/content/condition';
import type { Json } from '@recto/content/json';
import { filterInputs } from '@recto/fields/filters/registry';
import { uploadFilterKeys } from '@recto/fields/filters/upload-filter-keys';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#testing/test-database.ts';
import { compileCondition } from './compile-condition.ts';
import { compileOrdering } from './compile-ordering.ts';
import { insertDocuments } from './testing.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  await insertDocuments(database, [{}]);
  await insertUpload('a', {
    format: 'jpg',
    mime_type: 'image/jpeg',
    size: 100,
    width: 800,
    height: 600,
    tags: ['sea', 'sky'],
  });
  await insertUpload('b', {
    format: 'mp4',
    mime_type: 'video/mp4',
    size: 5000,
    width: 100,
    height: 100,
    author: 'Ada',
  });
  await insertUpload('c', {
    format: 'pdf',
    mime_type: 'application/pdf',
    size: 300,
    alt: 'Manual',
    author: '',
  });
  await sql`insert into reference (environment_id, item_id, path, target_kind, target_id, in_current, in_published)
    values ('env', 'a', 'F', 'upload', 'b', true, false)`.execute(database.db);
});
afterAll(() => database.close());

interface Details {
  format: string;
  mime_type: string;
  size: number;
  width?: number;
  height?: number;
  tags?: string[];
  author?: string;
  alt?: string;
}

async function insertUpload(id: string, details: Details): Promise<void> {
  const { alt = null, tags = [], width = null, height = null, author = null, ...columns } = details;
  const metadata = { en: { alt, title: null, custom_data: {}, focal_point: null } };
  const made = new Date(Date.UTC(2020, 0, 1, 10, id.charCodeAt(0), 30));
  await sql`insert into upload (environment_id, id, path, basename, filename, format, mime_type, size, width, height,
      md5, is_image, author, tags, default_field_metadata, creator_type, creator_id, created_at, updated_at)
    values ('env', ${id}, ${`/${id}`}, ${`file-${id}`}, ${`file-${id}.${columns.format}`}, ${columns.format},
      ${columns.mime_type}, ${columns.size}, ${width}, ${height}, ${`md5-${id}`},
      ${columns.mime_type.startsWith('image/')}, ${author}, ${tags}::text[], ${JSON.stringify(metadata)}::jsonb,
      'account', 'x', ${made}, ${made})`.execute(database.db);
}

async function findUploads(condition: Condition, order: UploadAttribute = 'id'): Promise<string> {
  const target = { table: 'upload', environmentId: 'env' } as const;
  const ordering = [
    { operand: { kind: 'upload', attribute: order, locale: 'en' } as const, direction: 'asc' as const },
  ];
  const { rows } = await sql<{
    id: string;
  }>`select u.id from upload u where ${compileCondition(condition, target)}
    order by ${compileOrdering(ordering, target)}`.execute(database.db);
  return rows.map(({ id }) => id).join('');
}

function conditionOf(key: string, name: string, argument: Json): Condition {
  const found = uploadFilterKeys.find((one) => one.key === key);
  if (!found) throw new Error(`There is no filter ${key}`);
  const operators: readonly { name: string; condition(argument: Json, operand: Operand): Condition }[] =
    filterInputs[found.filter].operators;
  const operator = operators.find((one) => one.name === name);
  if (!operator) throw new Error(`${key} has no ${name}`);
  return operator.condition(argument, { kind: 'upload', attribute: found.attribute, locale: 'en' });
}

const cases: [key: string, operator: string, argument: Json, found: string][] = [
  ['type', 'eq', 'image', 'a'],
  ['type', 'in', ['video', 'pdfdocument'], 'bc'],
  ['type', 'notIn', ['video'], 'ac'],
  ['inUse', 'eq', true, 'b'],
  ['inUse', 'eq', false, 'ac'],
  ['resolution', 'eq', 'icon', 'b'],
  ['resolution', 'neq', 'icon', 'ac'],
  ['orientation', 'eq', 'landscape', 'a'],
  ['orientation', 'neq', 'square', 'ac'],
  ['size', 'gt', 300, 'b'],
  ['size', 'lte', 300, 'ac'],
  ['width', 'neq', 800, 'bc'],
  ['height', 'eq', null, 'c'],
  ['tags', 'contains', 'sea', 'a'],
  ['tags', 'allIn', ['sea', 'sun'], ''],
  ['tags', 'anyIn', ['sea', 'sun'], 'a'],
  ['tags', 'notIn', ['sea'], 'bc'],
  ['tags', 'eq', ['sea', 'sky'], 'a'],
  ['smartTags', 'anyIn', ['x'], ''],
  ['id', 'notIn', ['a'], 'bc'],
  ['mimeType', 'matches', { pattern: '^(image|video)/' }, 'ab'],
  ['format', 'in', ['jpg', 'pdf'], 'ac'],
  ['md5', 'eq', 'md5-b', 'b'],
  ['path', 'eq', '/c', 'c'],
  ['alt', 'eq', 'Manual', 'c'],
  ['alt', 'eq', null, 'ab'],
  ['alt', 'notMatches', { pattern: 'man' }, 'ab'],
  ['title', 'exists', true, ''],
  ['author', 'exists', true, 'bc'],
  ['filename', 'matches', { pattern: 'FILE-A' }, 'a'],
  ['basename', 'notMatches', { pattern: 'file-a' }, 'bc'],
  ['_createdAt', 'eq', '2020-01-01T11:37:00Z', 'a'],
  ['_createdAt', 'neq', '2020-01-01T11:37:00Z', 'bc'],
  ['_updatedAt', 'gt', '2020-01-01T11:38:45Z', 'bc'],
];

describe('filters find the uploads they promise', () => {
  it.each(cases)('%s %s %j → %s', async (key, operator, argument, found) => {
    expect(await findUploads(conditionOf(key, operator, argument))).toBe(found);
  });
});

describe('uploads', () => {
  it('are ordered by what they are', async () => {
    expect(await findUploads({ kind: 'always' }, 'size')).toBe('acb');
    expect(await findUploads({ kind: 'always' }, 'mime_type')).toBe('cab');
  });
});
