import { useRouteError } from 'react-router';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import styles from './not-found.module.css';

/** The last resort: a screen threw while it was drawn. */
export function RouteError() {
  const error = useRouteError();
  return (
    <main className={styles.alone} role="alert">
      <EmptyState title={words.frame.broken}>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <p>
          <Button onPress={() => location.reload()}>{words.frame.reload}</Button>
        </p>
      </EmptyState>
    </main>
  );
}
