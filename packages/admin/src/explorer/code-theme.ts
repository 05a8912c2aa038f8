import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The admin's own colors, so that the editors follow the scheme. */
export const codeTheme = [
  EditorView.theme({
    '&': {
      height: '100%',
      backgroundColor: 'transparent',
      color: 'var(--color--code--ink)',
      fontSize: '0.8125rem',
    },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--monospaced-font-family)', lineHeight: '1.6' },
    '.cm-content': { caretColor: 'var(--color--ink)', padding: '10px 0' },
    '.cm-cursor': { borderLeftColor: 'var(--color--ink)' },
    '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--color--ink-muted)', border: '0' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--color--surface-hover)' },
    '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
      backgroundColor: 'var(--color--primary-soft--surface-active)',
    },
    '.cm-tooltip': {
      border: '0',
      borderRadius: 'var(--radius)',
      backgroundColor: 'var(--color--overlay--surface)',
      color: 'var(--color--overlay--ink)',
      boxShadow: 'var(--shadow--floating)',
      overflow: 'hidden',
    },
    '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--color--selected--surface)',
      color: 'var(--color--selected--ink)',
    },
    '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--base-font-family)' },
    '.cm-foldGutter span': { color: 'var(--color--ink-muted)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--color--ink-link)' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--color--ink-success)' },
      { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--color--ink-warning)' },
      { tag: [tags.comment, tags.lineComment], color: 'var(--color--ink-muted)' },
      {
        tag: [tags.attributeName, tags.variableName, tags.special(tags.variableName)],
        color: 'var(--color--ink-warning)',
      },
      { tag: [tags.typeName, tags.className], color: 'var(--color--ink-link)' },
      { tag: [tags.propertyName], color: 'var(--color--ink)' },
      { tag: [tags.punctuation, tags.bracket], color: 'var(--color--ink-subtle)' },
    ]),
  ),
];
