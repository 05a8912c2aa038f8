import { expect, it } from 'vitest';
import { describeRule } from '../testing/describe-rule.ts';
import { runValidator } from '../testing/run-validator.ts';

describeRule('format', 'VALIDATION_FORMAT', [
  {
    title: 'of an e-mail address',
    fieldType: 'string',
    parameters: { predefined_pattern: 'email' },
    accepts: ['ann@example.com', 'a.b+c@mail.example.co', ''],
    refuses: ['ann', 'ann@', 'ann@localhost', 'a b@example.com', 'ann@example.com, bob@example.com'],
  },
  {
    title: 'of a URL',
    fieldType: 'string',
    parameters: { predefined_pattern: 'url' },
    accepts: ['https://example.com', 'http://localhost:4400/a?b=c#d', 'HTTPS://EXAMPLE.COM/ü'],
    refuses: ['example.com', '//example.com', 'javascript:alert(1)', 'https://', 'https://exa mple.com'],
  },
  {
    title: 'of a pattern, found anywhere',
    fieldType: 'text',
    parameters: { custom_pattern: 'bi(cycl|k)e' },
    accepts: ['my bike', 'bicycle'],
    refuses: ['Bike', 'bicke'],
  },
  {
    title: 'of a pattern bound to both ends',
    fieldType: 'string',
    parameters: { custom_pattern: '^\\p{Lu}\\d{2,3}$' },
    accepts: ['A12', 'Ü123'],
    refuses: ['a12', 'A1', ' A12', 'A12\n'],
  },
]);

it.each(['^(a+)+$', '(a?){300}a{300}$', '((a|b|ab){1,10}){1,10}$', '(.*.*.*){50}x'])(
  'answers %s in time, which would keep a backtracking engine busy for years',
  (custom_pattern) => {
    const trial = { fieldType: 'text', rule: 'format', parameters: { custom_pattern } } as const;
    for (const length of [1_000, 3_000, 10_000, 1_000_000]) {
      const begun = performance.now();
      expect(runValidator({ ...trial, value: `${'a'.repeat(length)}!` })).toHaveLength(1);
      expect(performance.now() - begun).toBeLessThan(3_000);
    }
  },
);
