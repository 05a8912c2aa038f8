import { isJsonObject } from '@recto/content/json';
import { Refusal, refusal } from '@recto/content/refusal';
import { parseJson } from '#http/parse-json.ts';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}

/** Several operations in an array are answered in an array. */
export interface Operations {
  list: Operation[];
  isBatch: boolean;
}

const LARGEST_BATCH = 20;
/** Characters. The largest queries of websites are a tenth of it. */
const LONGEST_QUERY = 500_000;

/** The body, whatever its content type says: the official client sends none. */
export function readOperations(body: Buffer): Operations {
  const given = readJson(body);
  const isBatch = Array.isArray(given);
  const list = (isBatch ? given : [given]).map(readOperation);
  if (list.length === 0 || list.length > LARGEST_BATCH) throw invalidBody();
  return { list, isBatch };
}

function readJson(body: Buffer): unknown {
  try {
    return parseJson(body);
  } catch (error) {
    if (error instanceof Refusal) throw invalidBody();
    throw error;
  }
}

function readOperation(given: unknown): Operation {
  if (!isJsonObject(given)) throw invalidBody();
  const { query, variables, operationName } = given;
  if (typeof query !== 'string' || query.length > LONGEST_QUERY) throw invalidBody();
  if (!isAbsent(variables) && !isJsonObject(variables)) throw invalidBody();
  if (!isAbsent(operationName) && typeof operationName !== 'string') throw invalidBody();
  return {
    query,
    variables: isJsonObject(variables) ? variables : {},
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : null,
  };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function invalidBody(): Refusal {
  return refusal('INVALID_JSON_BODY', {
    message: 'The JSON body you submitted is not a valid GraphQL request',
  });
}
