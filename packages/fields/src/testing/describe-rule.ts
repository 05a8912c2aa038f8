import type { Facts } from '@recto/content/facts';
import type { FieldTypeName, ValidatorName } from '@recto/content/field-type-names';
import type { Json, JsonObject } from '@recto/content/json';
import { describe, expect, it } from 'vitest';
import { runValidator } from './run-validator.ts';

interface RuleCase {
  /** What the rule is about, as the end of a sentence that begins with its name. */
  title: string;
  fieldType: FieldTypeName;
  parameters?: JsonObject;
  facts?: Partial<Facts>;
  locale?: string | null;
  accepts?: readonly Json[];
  refuses?: readonly Json[];
  /** Places inside the value that a refusal names; the value itself when left out. */
  at?: readonly string[];
}

/** A table of values that a rule lets pass and values that it does not. Null passes unless a case refuses it. */
export function describeRule(rule: ValidatorName, code: string, cases: readonly RuleCase[]): void {
  describe.each(cases)(`${rule} $title`, ({ accepts = [], refuses = [], at = [''], ...trial }) => {
    const isAboutAbsence = refuses.includes(null);

    it.each(list([...accepts, ...(isAboutAbsence ? [] : [null])]))('lets pass $value', ({ value }) => {
      expect(runValidator({ ...trial, rule, value })).toEqual([]);
    });

    it.each(list(refuses))('refuses $value', ({ value }) => {
      const problems = runValidator({ ...trial, rule, value });
      expect(problems.map(({ path }) => path.slice(1).join('.'))).toEqual(at);
      expect(problems.map((problem) => problem.code)).toEqual(at.map(() => code));
    });
  });
}

function list(values: readonly Json[]): { value: Json }[] {
  return values.map((value) => ({ value }));
}
