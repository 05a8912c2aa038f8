import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import styles from './not-found.module.css';

interface NotFoundProps {
  title?: string;
  detail?: string;
}

export function NotFound({
  title = words.frame.notFound,
  detail = words.frame.notFoundDetail,
}: NotFoundProps) {
  return (
    <main id="main" tabIndex={-1} className={styles.alone}>
      <EmptyState title={title}>
        <p>{detail}</p>
        <p>
          <ButtonLink href="/">{words.frame.toProjects}</ButtonLink>
        </p>
      </EmptyState>
    </main>
  );
}
