import { Link } from 'react-aria-components';
import { Navigate, useLocation } from 'react-router';
import { projectName, useProjects } from '#project/use-projects.ts';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import styles from './not-found.module.css';

/** An address made for an installation with one host per project: with one project it is clear which is meant. */
export function BareRoute() {
  const projects = useProjects();
  const { pathname, search, hash } = useLocation();
  if (projects.isError) return <ErrorState error={projects.error} onRetry={() => void projects.refetch()} />;
  if (projects.data === undefined) return <Skeleton />;
  const targets = projects.data.map((project) => ({
    project,
    to: `/p/${projectName(project)}${pathname}${search}${hash}`,
  }));
  const [only, ...others] = targets;
  if (only === undefined) return <Navigate to="/" replace />;
  if (others.length === 0) return <Navigate to={only.to} replace />;
  return (
    <main id="main" tabIndex={-1} className={styles.alone}>
      <EmptyState title={words.frame.chooseProject}>
        <p>{words.frame.chooseProjectLead}</p>
        <ul className={styles.list}>
          {targets.map(({ project, to }) => (
            <li key={project.id}>
              <Link href={to}>{project.name}</Link>
            </li>
          ))}
        </ul>
      </EmptyState>
    </main>
  );
}
