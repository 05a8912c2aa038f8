import { describe, expect, it } from 'vitest';
import { describeRule } from '../testing/describe-rule.ts';
import { runValidator } from '../testing/run-validator.ts';
import { sanitizedHtml } from './sanitized-html.ts';

const HARMLESS = [
  'plain text, 1 < 2 && 3 > 2',
  '# Markdown with [a link](https://example.com)',
  '<p style="text-align: center">Hello <strong>you</strong><br>there</p>',
  '<p style="padding-left: 40px;">indented</p>',
  '<a href="https://example.com" target="_blank" rel="noopener">link</a>',
  '<table><tbody><tr><td colspan="2">cell</td></tr></tbody></table>',
  '<img src="https://example.com/a.jpg" alt="A &amp; B">',
  '<h2 id="top" class="big">Title</h2><ul><li>one<li>two</ul>',
];

const DANGEROUS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">link</a>',
  '<a href="jav&#x09;ascript:alert(1)">link</a>',
  '<a href="data:text/html,<script>alert(1)</script>">link</a>',
  '<svg><script>alert(1)</script></svg>',
  '<svg onload=alert(1)>',
  '<iframe src="https://example.com"></iframe>',
  '<style>body { display: none }</style>',
  '<p style="position: fixed; inset: 0">over everything</p>',
  '<form action="https://example.com"><input name=password></form>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<p><SCRIPT SRC=https://example.com/x.js></SCRIPT>',
  '<object data="x.swf"></object>',
  '<a href="//example.com\\@evil" onclick=a()>link</a>',
];

describeRule('sanitized_html', 'VALIDATION_SANITIZED_HTML', [
  { title: 'of a text', fieldType: 'text', accepts: HARMLESS, refuses: DANGEROUS },
]);

describe('sanitized_html that cleans first', () => {
  const clean = (value: string) => sanitizedHtml.clean?.(value, { sanitize_before_validation: true });

  it.each(HARMLESS)('leaves %s as it was written', (html) => {
    expect(clean(html)).toBe(html);
  });

  it.each(DANGEROUS)('makes %s pass', (html) => {
    const cleaned = clean(html);
    expect(cleaned).not.toBe(html);
    expect(clean(String(cleaned))).toBe(cleaned);
  });

  it('takes the dangerous parts only', () => {
    expect(clean('<p onclick="a()">Hello <b>you</b><script>a()</script></p>')).toBe(
      '<p>Hello <b>you</b></p>',
    );
  });

  it('leaves the text alone without the flag', () => {
    expect(sanitizedHtml.clean?.(DANGEROUS[0] ?? '', {})).toBe(DANGEROUS[0]);
  });
});

describe('sanitized_html of a text that ends inside', () => {
  it.each(['<img src=x onerror=alert(1) ', '<p title="> ', '<!-- ', '<p>a</p', '<script>alert(1)'])(
    '%s',
    (html) => {
      expect(runValidator({ fieldType: 'text', rule: 'sanitized_html', value: html })).toHaveLength(1);
    },
  );
});

describe('sanitized_html of hostile size', () => {
  it.each(['<div>', '<x>', '<p></b><i>', '<svg><p>', '<b a="'])(
    'answers a million characters of %s in time',
    (part) => {
      const html = part.repeat(1_000_000 / part.length);
      const begun = performance.now();
      const problems = runValidator({ fieldType: 'text', rule: 'sanitized_html', value: html });
      expect(problems).toHaveLength(1);
      expect(sanitizedHtml.clean?.(html, { sanitize_before_validation: true })).toBeDefined();
      expect(performance.now() - begun).toBeLessThan(5_000);
    },
  );
});
