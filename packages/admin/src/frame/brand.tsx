import { words } from '#words/words.ts';
import styles from './brand.module.css';

/** An open book: the right-hand page, the recto, is the one in full ink. */
export function Brand({ isMarkOnly }: { isMarkOnly?: boolean }) {
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
        <path className={styles.verso} d="M4 6.5C8.5 5 12.5 5.200 16 8v19c-3.500-2.800-7.500-3-12-1.500z" />
        <path
          className={styles.recto}
          d="M28 6.500C23.500 5 19.500 5.200 16 8v19c3.500-2.800 7.500-3 12-1.500z"
        />
      </svg>
      <span className={isMarkOnly ? 'visually-hidden' : undefined}>{words.product}</span>
    </span>
  );
}
