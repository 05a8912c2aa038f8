import { Plus } from 'lucide-react';
import { Link } from 'react-aria-components';
import { useSearchParams } from 'react-router';
import { PendingRequests } from '#dashboard/pending/pending-requests.tsx';
import { TopBar } from '#frame/top-bar.tsx';
import { type Project, projectName, useProjects } from '#project/use-projects.ts';
import { useAccount } from '#session/use-account.ts';
import { Button } from '#ui/button.tsx';
import { Page, Section } from '#ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import { CreateProjectDialog } from './create-project-dialog.tsx';
import { groupByOwner } from './group-by-owner.ts';
import styles from './projects-screen.module.css';

export function ProjectsScreen() {
  const projects = useProjects();
  const [search, setSearch] = useSearchParams();
  const create = (
    <Button look="primary" onPress={() => setSearch({ new: '' })}>
      <Plus size={16} aria-hidden />
      {words.dashboard.create}
    </Button>
  );
  return (
    <>
      <TopBar />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Page title={words.dashboard.title} actions={projects.data?.length ? create : undefined}>
          <PendingRequests />
          {projects.isPending && <Skeleton lines={5} />}
          {projects.isError && <ErrorState error={projects.error} onRetry={() => void projects.refetch()} />}
          {projects.data?.length === 0 && (
            <EmptyState title={words.dashboard.emptyTitle}>
              <p>{words.dashboard.emptyDetail}</p>
              <p>{create}</p>
            </EmptyState>
          )}
          {projects.data !== undefined && projects.data.length > 0 && <Owners projects={projects.data} />}
        </Page>
      </main>
      <CreateProjectDialog isOpen={search.has('new')} onClose={() => setSearch({})} />
    </>
  );
}

/** Whose a project is, is said as soon as there is more than one owner. */
function Owners({ projects }: { projects: readonly Project[] }) {
  const account = useAccount();
  const groups = groupByOwner(projects, account.data?.email);
  if (groups.length < 2) return <ProjectList projects={projects} />;
  return groups.map((group) => (
    <Section key={group.projects[0]?.id} title={group.title}>
      <ProjectList projects={group.projects} />
    </Section>
  ));
}

function ProjectList({ projects }: { projects: readonly Project[] }) {
  return (
    <ul className={styles.list}>
      {projects.map((project) => (
        <li key={project.id}>
          <Link href={`/p/${projectName(project)}/editor`} className={styles.row ?? ''}>
            <span className={styles.tile} aria-hidden>
              {project.name.slice(0, 1).toUpperCase()}
            </span>
            <span>
              <span className={table.name}>{project.name}</span>
              <span className={table.sub}>/p/{projectName(project)}</span>
            </span>
            <span className={styles.detail}>
              {project.status !== undefined && project.status !== 'ready'
                ? words.dashboard.status[project.status]
                : createdOn(project)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function createdOn(project: Project): string {
  if (project.created_at === null) return '';
  const date = new Date(project.created_at).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return `${words.dashboard.created} ${date}`;
}
