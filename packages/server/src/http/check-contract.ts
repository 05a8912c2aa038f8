import { refusal } from '@recto/content/refusal';
import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const MAXIMUM_MESSAGES = 50;

// `allErrors` is affordable because bodies are bounded in size and depth before they come here.
const ajv = new Ajv({
  allErrors: true,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  strict: false,
  validateFormats: true,
});
addFormats.default(ajv);

const compiled = new WeakMap<TSchema, ValidateFunction>();

/** Refuses a body that does not fit its contract, with every reason. `pointer` is where the contract stands in
 *  the published hyperschema. */
export function checkBody(body: unknown, contract: TSchema, pointer: string): void {
  const messages = findProblems(body, contract, pointer);
  if (messages.length > 0) throw refusal('INVALID_FORMAT', { messages });
}

/** The same for a query string. */
export function checkQuery(query: unknown, contract: TSchema, pointer: string): void {
  const messages = findProblems(query, contract, pointer);
  if (messages.length > 0) throw refusal('INVALID_PARAMS', { messages });
}

function findProblems(value: unknown, contract: TSchema, pointer: string): string[] {
  const validate = validatorOf(contract);
  if (validate(value)) return [];
  const messages = (validate.errors ?? []).map((error) => describe(error, pointer));
  return [...new Set(messages)].slice(0, MAXIMUM_MESSAGES);
}

/** Compiled when first needed: two hundred contracts at start would cost the start. */
function validatorOf(contract: TSchema): ValidateFunction {
  const known = compiled.get(contract);
  if (known) return known;
  const validate = ajv.compile(contract);
  compiled.set(contract, validate);
  return validate;
}

function describe(error: ErrorObject, pointer: string): string {
  const place = `#${error.instancePath}`;
  const schemaPath = error.schemaPath.replace(/^#/, '').replace(/\/[^/]+$/, '');
  return `${place}: failed schema ${pointer}${schemaPath}: ${sentenceOf(error)}`;
}

function sentenceOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `"${shorten(params.additionalProperty)}" is not a permitted key.`;
    case 'required':
      return `"${params.missingProperty}" wasn't supplied.`;
    case 'type':
      return `is not ${[params.type].flat().join(' or ')}.`;
    case 'const':
      return `is not ${JSON.stringify(params.allowedValue)}.`;
    case 'enum':
      return `is not one of ${params.allowedValues.map((value: unknown) => JSON.stringify(value)).join(', ')}.`;
    case 'anyOf':
      return 'fits none of the alternatives.';
    default:
      return `${message ?? 'is not valid'}.`;
  }
}

/** A caller's own key comes back to it, but not a megabyte of it. */
function shorten(key: string): string {
  return key.length > 100 ? `${key.slice(0, 100)}…` : key;
}
