import { words } from '#words/words.ts';
import styles from './status-mark.module.css';

type Status = 'draft' | 'updated' | 'published';

/** Color and shape and word: each alone is enough. */
export function StatusMark({ status }: { status: string | null }) {
  if (status !== 'draft' && status !== 'updated' && status !== 'published') return null;
  const known: Status = status;
  return (
    <span className={styles.status} data-status={known}>
      {words.content.statuses[known]}
    </span>
  );
}
