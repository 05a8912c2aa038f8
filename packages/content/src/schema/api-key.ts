const API_KEY = /^[a-z][a-z0-9_]*$/;

/** Keys that already mean something in a record's JSON:API object, or (the last two) in its GraphQL type. */
const RESERVED_FOR_FIELDS = new Set([
  'id',
  'type',
  'meta',
  'attributes',
  'relationships',
  'item_type',
  'creator',
  'position',
  'parent_id',
  'parent',
  'children',
]);

/** Their queries would carry the names of the queries for uploads. */
const RESERVED_FOR_ITEM_TYPES = new Set(['upload', 'uploads']);

export type ApiKeyProblem = 'VALIDATION_REQUIRED' | 'VALIDATION_INVALID' | 'VALIDATION_UNIQUENESS';

export function checkItemTypeApiKey(apiKey: string, others: Iterable<string>): ApiKeyProblem | null {
  return checkApiKey(apiKey, others, RESERVED_FOR_ITEM_TYPES);
}

export function checkFieldApiKey(apiKey: string, others: Iterable<string>): ApiKeyProblem | null {
  return checkApiKey(apiKey, others, RESERVED_FOR_FIELDS);
}

export function checkWorkflowApiKey(apiKey: string, others: Iterable<string>): ApiKeyProblem | null {
  return checkApiKey(apiKey, others, new Set());
}

function checkApiKey(
  apiKey: string,
  others: Iterable<string>,
  reserved: ReadonlySet<string>,
): ApiKeyProblem | null {
  if (apiKey === '') return 'VALIDATION_REQUIRED';
  if (!API_KEY.test(apiKey) || reserved.has(apiKey)) return 'VALIDATION_INVALID';
  for (const other of others) if (graphqlName(other) === graphqlName(apiKey)) return 'VALIDATION_UNIQUENESS';
  return null;
}

/** `foo_bar` and `foo__bar` would be one name in GraphQL, and only one of them would answer. */
function graphqlName(apiKey: string): string {
  return apiKey.replace(/_+([a-z0-9]?)/g, (_match, letter: string) => letter.toUpperCase());
}

/** The first of `key_copy_1`, `key_copy_2` … that is free. */
export function copyApiKey(apiKey: string, taken: ReadonlySet<string>): string {
  const base = apiKey.replace(/_copy_\d+$/, '');
  for (let number = 1; ; number += 1) {
    const candidate = `${base}_copy_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The first of `Name (copy #1)`, `Name (copy #2)` … that is free. */
export function copyName(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/ \(copy #\d+\)$/, '');
  for (let number = 1; ; number += 1) {
    const candidate = `${base} (copy #${number})`;
    if (!taken.has(candidate)) return candidate;
  }
}
