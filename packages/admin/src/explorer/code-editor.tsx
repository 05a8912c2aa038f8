import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, foldGutter, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import styles from './code-editor.module.css';
import { codeTheme } from './code-theme.ts';

interface CodeEditorProps {
  label: string;
  language: Extension;
  value: string;
  /** Without it the text can be read, searched and copied only. */
  onChange?(value: string): void;
  onRun?(): void;
}

/** Tab leaves the editor like every other control: nobody who uses keys alone is caught in it. */
export function CodeEditor({ label, language, value, onChange, onRun }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const handlers = useRef({ onChange, onRun });
  handlers.current = { onChange, onRun };
  const isReadOnly = onChange === undefined;
  const first = useRef(value);

  useEffect(() => {
    if (host.current === null) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          keymap.of([
            {
              key: 'Mod-Enter',
              run: () => {
                handlers.current.onRun?.();
                return true;
              },
            },
          ]),
          isReadOnly ? readingExtensions : writingExtensions,
          language,
          codeTheme,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            first.current = update.state.doc.toString();
            if (update.docChanged) handlers.current.onChange?.(first.current);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [language, label, isReadOnly]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} className={styles.editor} />;
}

const readingExtensions: Extension = [
  lineNumbers(),
  foldGutter(),
  drawSelection(),
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  keymap.of(defaultKeymap),
];

const writingExtensions: Extension = [
  lineNumbers(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion(),
  highlightActiveLine(),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
];
