import type { Delivery } from './delivery.ts';
import type { Facts, FactsRequest } from './facts.ts';
import type { FieldTypeName, ValidatorName } from './field-type-names.ts';
import type { Block } from './item/item.ts';
import type { Json, JsonObject } from './json.ts';
import type { Path, Problem } from './problem.ts';
import type { EnvironmentFlag } from './schema/environment-flags.ts';
import type { Field } from './schema/field.ts';

/** Another entity that a value points at. */
export interface Reference {
  kind: 'item' | 'upload';
  id: string;
  /** Where it stands inside the value, so that a rule can say which one it means. */
  path?: Path;
}

/** What a room may use while it reads a request's value. Problems are collected, never thrown: a rejected
 *  body reports all of them at once. */
export interface ParseContext {
  field: Field;
  /** Where the value stands: field api key, locale, then positions and keys inwards. */
  path: Path;
  /** The environment's IANA time zone: a date-time without an offset is taken in it. */
  timeZone: string;
  /** Set where the environment has not opted in to `improved_timezone_management`: an offset is read past. */
  ignoresOffsets?: boolean;
  report(problem: Problem): void;
  /** Resolves a block slot: an id keeps a block of the record, an object with `id` updates it, one without
   *  creates. Answers `undefined` when it reported a problem. */
  block(slot: unknown, path: Path): Block | undefined;
}

export interface PresentContext {
  timeZone: string;
  /** `site.meta.milliseconds_in_datetime` */
  milliseconds: boolean;
  /** What stands in a block's slot: its id in regular mode, the whole block in nested mode. */
  block(block: Block): Json;
}

/** How a stored value is compared and ordered in SQL. `json` is compared only for being there. */
export type StoredAs =
  | 'text'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'date'
  | 'date_time'
  | 'id'
  | 'ids'
  | 'asset'
  | 'assets'
  | 'point'
  | 'structured_text'
  | 'json';

/**
 * Everything the system has to know about a field type. One room (folder) of `@recto/fields` each; nothing
 * outside a room branches on the name of a field type.
 *
 * A value here is always bare: the engine has taken a localized value apart, one call a locale.
 * `null` never reaches a room except through `isBlank`.
 */
export interface FieldType<Value extends Json = Json> {
  name: FieldTypeName;
  /** Request value → stored value; `undefined` after a problem was reported. */
  parse(input: unknown, context: ParseContext): Value | null | undefined;
  /** Stored value → JSON:API value. */
  present(value: Value, context: PresentContext): Json;
  /** Missing in the sense of `required`: null, blank string, empty list, empty document. */
  isBlank(value: Value | null): boolean;
  /** Whether null is stored as something else (boolean: false). */
  nullValue?: Value;
  /** Only where the environment has opted in. */
  nullValueNeeds?: EnvironmentFlag;
  storedAs: StoredAs;

  /** The blocks that stand directly in the value, in order. Absent for types without blocks. */
  blocks?(value: Value): Block[];
  /** The same value with every direct block replaced, or left out where `change` answers null. `rule` is the
   *  validator that lists what may stand in the block's place (structured text has one for blocks, one for
   *  inline blocks). */
  mapBlocks?(value: Value, change: (block: Block, rule: ValidatorName) => Block | null): Value | null;
  /** Records and uploads the value itself points at (not those of its blocks). */
  references?(value: Value): Reference[];
  /** The same value without the references for which `isGone` is true. */
  removeReferences?(value: Value, isGone: (reference: Reference) => boolean): Value | null;
  /** What full-text search and `matches` see. */
  text?(value: Value): string;

  validators: { required: readonly ValidatorName[]; optional: readonly ValidatorName[] };
  /** Built-in editors by name; the first is the default. A checker answers what is wrong with `parameters`. */
  editors: Readonly<Record<string, EditorDeclaration>>;
  /** Types whose fields may carry a `default_value`. */
  hasDefaultValue: boolean;
  /** Lossless conversions of a stored value when a field's type changes to this one; others become null. */
  convertFrom?: Partial<Record<FieldTypeName, (value: Json) => Value | null>>;
  delivery: Delivery;
}

export interface EditorDeclaration {
  /** Fills in defaults; reports what does not fit. `path` begins at `parameters`. */
  parameters(input: JsonObject, report: (problem: Problem) => void): JsonObject;
}

export interface ValidationContext {
  field: Field;
  /** The field's own type: rules ask it what is blank, what text there is, what is pointed at. */
  type: FieldType;
  path: Path;
  facts: Facts;
  /** The locale of a localized field, else null. */
  locale: string | null;
  report(problem: Problem): void;
}

/** A rule of a field. Shared by the types that name it; a room in `@recto/fields` under `validators/`. */
export interface Validator<Parameters extends JsonObject = JsonObject> {
  name: ValidatorName;
  /** Reads the settings of the rule from a field's `validators`; reports what does not fit. */
  parameters(input: JsonObject, report: (problem: Problem) => void): Parameters;
  /** Ids of item types named by the parameters (block and link rules); they must exist and be of `kind`. */
  itemTypes?(parameters: Parameters): { kind: 'model' | 'block'; ids: string[] };
  /** Cleans a value before it is stored (`sanitized_html`). */
  clean?(value: Json, parameters: Parameters): Json;
  /** What has to be looked up before `check` can answer. */
  needs?(
    value: Json,
    parameters: Parameters,
    context: Pick<ValidationContext, 'field' | 'type' | 'locale'>,
  ): FactsRequest;
  /** Reports through the context when the value breaks the rule. Null passes every rule but those about absence. */
  check(value: Json, parameters: Parameters, context: ValidationContext): void;
}

/** The rooms that the system was started with. `content` is given it; it never imports one. */
export interface FieldRegistry {
  types: Readonly<Record<FieldTypeName, FieldType>>;
  validators: Readonly<Record<ValidatorName, Validator>>;
}
