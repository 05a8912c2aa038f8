import { FIELD_TYPE_NAMES, VALIDATOR_NAMES } from '@recto/content/field-type-names';
import { describe, expect, it } from 'vitest';
import { fieldRegistry } from './registry.ts';

describe('the field registry', () => {
  it.each(FIELD_TYPE_NAMES)('has the type %s under its own name', (name) => {
    expect(fieldRegistry.types[name].name).toBe(name);
  });

  it.each(VALIDATOR_NAMES)('has the rule %s under its own name', (name) => {
    expect(fieldRegistry.validators[name].name).toBe(name);
  });

  it.each(FIELD_TYPE_NAMES)('lists each rule of %s once', (name) => {
    const { required, optional } = fieldRegistry.types[name].validators;
    expect(new Set([...required, ...optional]).size).toBe(required.length + optional.length);
  });
});
