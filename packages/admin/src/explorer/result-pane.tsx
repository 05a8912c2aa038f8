import type { Extension } from '@codemirror/state';
import { CopyButton } from '#ui/copy-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { words } from '#words/words.ts';
import { CodeEditor } from './code-editor.tsx';
import type { ExplorerRun } from './use-explorer-run.ts';
import styles from './workbench.module.css';

export function ResultPane({ run, language }: { run: ExplorerRun; language: Extension }) {
  const shown = run.answer === null ? null : readable(run.answer.text);
  return (
    <section className={styles.pane} aria-label={words.explorer.result} aria-busy={run.isRunning}>
      <header className={styles.bar}>
        <h2 className={styles.title}>{words.explorer.result}</h2>
        {run.answer !== null && (
          <span className={styles.timing}>
            {run.answer.status !== 200 && `${words.explorer.status(run.answer.status)} · `}
            {words.explorer.timing(run.answer.milliseconds, sizeOf(run.answer.text))}
          </span>
        )}
        {shown !== null && <CopyButton text={shown} label={words.explorer.result} />}
      </header>
      {run.failure !== null && (
        <div className={styles.failure}>
          <Notice tone="danger" isUrgent>
            {run.failure}
          </Notice>
        </div>
      )}
      {shown === null ? (
        <p className={styles.none}>{words.explorer.noResult}</p>
      ) : (
        <CodeEditor label={words.explorer.result} language={language} value={shown} />
      )}
    </section>
  );
}

/** Indented, unless it is not JSON: then as it came. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`;
}
