import { type ReactNode, useEffect, useState } from 'react';
import { describeError, isForbidden } from '#server/api-error.ts';
import { words } from '#words/words.ts';
import { Button } from './button.tsx';
import styles from './states.module.css';

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
}

/** Nothing here yet: what belongs here, and how to make the first one. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  );
}

/** What failed, whether it is a matter of rights, and the one thing to do about it. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const forbidden = isForbidden(error);
  return (
    <div className={styles.state} role="alert">
      <h2 className={styles.title}>{forbidden ? words.states.forbidden : words.states.failed}</h2>
      <p>{forbidden ? words.states.forbiddenDetail : describeError(error)}</p>
      {!forbidden && (
        <p>
          <Button onPress={onRetry}>{words.states.retry}</Button>
        </p>
      )}
    </div>
  );
}

/** Below this, a placeholder would only flicker. */
const SHOWN_AFTER_MS = 300;

/** Keeps the place of lines that are on their way. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div
      className={styles.skeleton}
      data-shown={isShown || undefined}
      role="status"
      aria-label={words.states.loading}
    >
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={line} className={styles.line} />
      ))}
    </div>
  );
}
