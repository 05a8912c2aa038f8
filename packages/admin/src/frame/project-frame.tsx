import { useMemo } from 'react';
import { Outlet, useParams } from 'react-router';
import { type OpenProject, ProjectProvider } from '#project/project-context.ts';
import { projectName, useProjects } from '#project/use-projects.ts';
import { projectClient } from '#server/project-client.ts';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { NotFound } from './not-found.tsx';
import { ProjectAccent } from './project-accent.tsx';
import styles from './project-frame.module.css';
import { TopBar } from './top-bar.tsx';

/** Opens the project that the address names, and puts the frame around its screens. */
export function ProjectFrame() {
  const { project: name = '', environment } = useParams();
  const projects = useProjects();
  const project = projects.data?.find(
    (candidate) => projectName(candidate) === name || candidate.id === name,
  );
  const open = useMemo(
    (): OpenProject | null =>
      project === undefined
        ? null
        : {
            project,
            environment,
            client: projectClient(project, environment),
            path: (route) => projectPath(projectName(project), environment, route),
            key: ['project', project.id, environment ?? null],
          },
    [project, environment],
  );
  return (
    <ProjectProvider value={open}>
      <TopBar />
      {open !== null && <ProjectAccent />}
      {open !== null && <Outlet />}
      {open === null && projects.isError && (
        <div className={styles.waiting}>
          <ErrorState error={projects.error} onRetry={() => void projects.refetch()} />
        </div>
      )}
      {open === null && projects.isPending && (
        <div className={styles.waiting}>
          <Skeleton lines={6} />
        </div>
      )}
      {open === null && projects.isSuccess && (
        <NotFound title={words.frame.projectNotFound} detail={words.frame.projectNotFoundDetail(name)} />
      )}
    </ProjectProvider>
  );
}

function projectPath(name: string, environment: string | undefined, route: string): string {
  const prefix = environment === undefined ? '' : `/environments/${encodeURIComponent(environment)}`;
  return `/p/${encodeURIComponent(name)}${prefix}/${route}`;
}
