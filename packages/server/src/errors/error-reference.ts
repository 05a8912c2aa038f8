import { ERROR_CODES } from '@recto/content/error-codes';
import { ERROR_CATALOGUE } from './catalogue.ts';

/** `docs/errors.md`, made from the catalogue; a test compares. */
export function errorReferenceMarkdown(): string {
  const rows = ERROR_CODES.map((code) => {
    const { status, transient, sentence } = ERROR_CATALOGUE[code];
    return `| <a id="${code}"></a>\`${code}\` | ${status}${transient ? ', transient' : ''} | ${sentence} |`;
  });
  return [
    '# Errors',
    '',
    'Generated from `packages/server/src/errors/catalogue.ts` by `npm run generate`.',
    '',
    'A refused request is answered with a list of errors. Branch on `code`; `details` says what exactly is wrong.',
    'Where `transient` is true the same request may succeed later, and the official clients repeat it by themselves.',
    '',
    '```json',
    '{ "data": [{ "id": "a1b2c3", "type": "api_error",',
    '  "attributes": { "code": "NOT_FOUND", "doc_url": "…/errors#NOT_FOUND", "details": {} } }] }',
    '```',
    '',
    '| Code | Status | What happened and what helps |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The same as a page of the server itself: where `doc_url` of every error leads. */
export function errorReferencePage(): string {
  const entries = ERROR_CODES.map((code) => {
    const { status, transient, sentence } = ERROR_CATALOGUE[code];
    const note = transient ? `${status}, transient` : String(status);
    return `<dt id="${code}"><code>${code}</code> ${note}</dt><dd>${escapeHtml(sentence)}</dd>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Errors</title>
<meta name="viewport" content="width=device-width"><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}
dt{margin-top:1.5rem}dd{margin:0}dt:target{background:#fe9}</style>
<h1>Errors</h1><dl>${entries.join('\n')}</dl></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
