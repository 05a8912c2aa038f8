import { describeError, fieldProblems } from '#server/api-error.ts';
import { words } from '#words/words.ts';
import styles from './error-summary.module.css';
import { Notice } from './notice.tsx';

/** Stands at the top of a form whose values were refused; each line leads to its field. */
export function ErrorSummary({ error, labels }: { error: unknown; labels: Record<string, string> }) {
  if (error === null || error === undefined) return null;
  const problems = fieldProblems(error);
  if (problems.length === 0)
    return (
      <Notice tone="danger" isUrgent>
        {describeError(error)}
      </Notice>
    );
  return (
    <Notice tone="danger" isUrgent>
      <p>{words.errors.summary(problems.length)}</p>
      <ul className={styles.list}>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <button type="button" className={styles.jump} onClick={() => focusField(field)}>
              {labels[field] ?? field}
            </button>
            : {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function focusField(name: string) {
  document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
}
