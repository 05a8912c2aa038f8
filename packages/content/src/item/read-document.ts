import type { NewId } from '../id.ts';
import { isJsonObject, type Json, ownValue } from '../json.ts';
import type { ErrorReason } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import type { ItemType } from '../schema/item-type.ts';
import { defaultValue, emptyValue } from './default-value.ts';
import type { DocumentRules } from './document-rules.ts';
import { localesOf, localizedValues } from './field-values.ts';
import type { Block, Document } from './item.ts';
import { exceededLimits } from './limits.ts';
import { type ManageableLocales, resolveLocales } from './locales.ts';
import { type BlockReading, readValue, reportUnknownAttributes, unifySharedBlocks } from './read-block.ts';
import type { ItemProblem } from './validate-document.ts';
import { walkBlocks } from './walk-document.ts';

export interface DocumentRequest {
  itemType: ItemType;
  /** Values by api key, as they came in. */
  attributes: Readonly<Record<string, unknown>>;
  /** The current document; null when the record is being created. */
  existing: Document | null;
  manageable: ManageableLocales;
  newId: NewId;
}

export interface ReadDocument {
  /** Complete: one entry for each field of the model. Unreadable values are left as they were. */
  document: Document;
  problems: ItemProblem[];
  /** What is wrong with the body beyond single values. */
  reasons: ErrorReason[];
}

/** Reads a request's attributes into a document: sent values replace, values not sent stay or get their default. */
export function readDocument(request: DocumentRequest, rules: DocumentRules): ReadDocument {
  const reading = startReading(request, rules);
  const fields = rules.schema.fieldsOf(request.itemType.id);
  reportUnknownAttributes(request.attributes, fields, reading);
  const locales = readLocales(request, fields, reading);
  const document: Document = {};
  for (const field of fields) {
    document[field.id] = field.localized
      ? readLocalizedField(field, request, locales, reading)
      : readPlainField(field, request, reading);
  }
  const unified = unifySharedBlocks(document, request.itemType.id, reading);
  const limits = exceededLimits(unified, request.itemType.id, rules);
  return {
    document: unified,
    problems: reading.problems,
    reasons: distinct([...reading.reasons, ...limits]),
  };
}

function distinct(reasons: readonly ErrorReason[]): ErrorReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** The same for a document that was not sent but made: a copy, or an old version. */
export function takeDocument(document: Document, itemTypeId: string, rules: DocumentRules): ReadDocument {
  return { document, problems: [], reasons: exceededLimits(document, itemTypeId, rules) };
}

function startReading({ itemType, existing, newId }: DocumentRequest, rules: DocumentRules): BlockReading {
  const known = new Map<string, Block>();
  if (existing) walkBlocks(existing, itemType.id, rules, (block) => known.set(block.id, block));
  return { rules, newId, known, problems: [], reasons: [] };
}

function readLocales(request: DocumentRequest, fields: readonly Field[], reading: BlockReading): string[] {
  const { itemType, attributes, existing, manageable } = request;
  const localized = fields.filter((field) => field.localized);
  if (localized.length === 0) return [];
  const sent = new Map<string, string[]>();
  for (const field of localized) {
    const value = ownValue(attributes, field.apiKey);
    if (value === undefined) continue;
    if (isJsonObject(value)) sent.set(field.id, Object.keys(value));
    else reading.problems.push(notByLocale(field));
  }
  const answer = resolveLocales({
    itemType,
    fields: localized,
    environmentLocales: reading.rules.schema.settings.locales,
    existing: existing && new Set(localesOf(existing, localized)),
    sent,
    manageable,
  });
  for (const { field, problem } of answer.problems) reading.problems.push(ofField(field, problem));
  reportForbiddenLocales(sent, manageable, reading);
  if (answer.locales.length === 0 && (!existing || sent.size > 0)) {
    reading.reasons.push({ code: 'MISSING_LOCALES', details: {} });
  }
  return answer.locales;
}

function reportForbiddenLocales(
  sent: ReadonlyMap<string, readonly string[]>,
  manageable: ManageableLocales,
  { reasons }: BlockReading,
): void {
  if (manageable === null) return;
  const forbidden = new Set([...sent.values()].flat().filter((locale) => !manageable.has(locale)));
  if (forbidden.size > 0)
    reasons.push({ code: 'INSUFFICIENT_PERMISSIONS', details: { locales: [...forbidden] } });
}

function readLocalizedField(
  field: Field,
  { attributes, existing }: DocumentRequest,
  locales: readonly string[],
  reading: BlockReading,
): Json {
  const sent = ownValue(attributes, field.apiKey);
  const before = localizedValues(existing?.[field.id]);
  const values = locales.map((locale) => {
    if (isJsonObject(sent) && Object.hasOwn(sent, locale)) {
      const place = { path: [field.apiKey, locale], locale, depth: 0, ancestors: [] };
      return readValue(field, sent[locale], before[locale] ?? null, place, reading);
    }
    if (Object.hasOwn(before, locale)) return before[locale] as Json;
    return existing || sent !== undefined
      ? emptyValue(field, reading.rules)
      : defaultValue(field, locale, reading);
  });
  return Object.fromEntries(locales.map((locale, index) => [locale, values[index] ?? null]));
}

function readPlainField(
  field: Field,
  { attributes, existing }: DocumentRequest,
  reading: BlockReading,
): Json {
  const sent = ownValue(attributes, field.apiKey);
  if (sent !== undefined) {
    const place = { path: [field.apiKey], locale: null, depth: 0, ancestors: [] };
    return readValue(field, sent, existing?.[field.id] ?? null, place, reading);
  }
  return existing ? (existing[field.id] ?? null) : defaultValue(field, null, reading);
}

function notByLocale(field: Field): ItemProblem {
  return ofField(field, { code: 'VALIDATION_INVALID_LOCALES', path: [field.apiKey] });
}

function ofField(field: Field, problem: Pick<ItemProblem, 'code' | 'path' | 'details'>): ItemProblem {
  return { ...problem, field, locale: null, blockId: null, structural: true };
}
