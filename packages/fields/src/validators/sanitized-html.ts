import type { Validator } from '@recto/content/field-type';
import { readSettings } from '../settings/setting.ts';
import { flag } from '../settings/simple-settings.ts';
import { isHarmlessHtml, sanitizeHtml } from './sanitize-html.ts';

type SanitizedHtml = { sanitize_before_validation?: boolean };

/** The text holds no HTML that could run or disguise something. With the flag it is cleaned before it is stored. */
export const sanitizedHtml: Validator<SanitizedHtml> = {
  name: 'sanitized_html',
  parameters: (input, report) => readSettings(input, { sanitize_before_validation: flag }, [], report),
  clean: (value, { sanitize_before_validation }) =>
    sanitize_before_validation && typeof value === 'string' ? sanitizeHtml(value) : value,
  check(value, _parameters, { path, report }) {
    if (typeof value !== 'string' || isHarmlessHtml(value)) return;
    report({ code: 'VALIDATION_SANITIZED_HTML', path });
  },
};
