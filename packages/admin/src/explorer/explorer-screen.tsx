import { firstQuery } from '#project/first-query.ts';
import { useProject } from '#project/project-context.ts';
import { useEnvironments } from '#project/use-environments.ts';
import { useIntrospection } from '#project/use-introspection.ts';
import { Select } from '#ui/select.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import { Switch } from '#ui/switch.tsx';
import { useArrival } from '#ui/use-arrival.ts';
import { words } from '#words/words.ts';
import styles from './explorer-screen.module.css';
import { useExplorerAccess } from './use-explorer-access.ts';
import { Workbench } from './workbench.tsx';

/** Asks the project's own content, with the token and the switches a website would use. */
export function ExplorerScreen() {
  const { project } = useProject();
  const access = useExplorerAccess();
  const environments = useEnvironments();
  const schema = useIntrospection(access.token, access.environment);
  useArrival(words.explorer.title);
  return (
    <main id="main" tabIndex={-1} className={styles.explorer}>
      <h1 className="visually-hidden">{words.explorer.title}</h1>
      <div className={styles.access}>
        <Select
          isInline
          label={words.explorer.token}
          choices={access.choices}
          value={access.chosen}
          onChange={access.choose}
        />
        {environments.data !== undefined && environments.data.length > 1 && (
          <Select
            isInline
            label={words.explorer.environment}
            choices={environments.data.map(({ id, meta }) => ({
              id,
              label: meta.primary ? words.explorer.primary(id) : id,
            }))}
            value={access.environment ?? environments.data[0]?.id ?? null}
            onChange={access.chooseEnvironment}
          />
        )}
        <Switch
          label={words.explorer.drafts}
          isSelected={access.includeDrafts}
          isDisabled={!access.mayIncludeDrafts}
          onChange={access.setIncludeDrafts}
        />
      </div>
      <div className={styles.state}>
        {access.isSuccess && access.token === null && <EmptyState title={words.explorer.noToken} />}
        {access.token !== null && schema.isPending && <Skeleton lines={8} />}
        {schema.isError && <ErrorState error={schema.error} onRetry={() => void schema.refetch()} />}
      </div>
      {schema.data !== undefined && access.token !== null && (
        <Workbench
          key={project.id}
          projectId={project.id}
          introspection={schema.data}
          firstQuery={firstQuery(schema.data)}
          access={{
            token: access.token,
            environment: access.environment,
            includeDrafts: access.includeDrafts,
          }}
        />
      )}
    </main>
  );
}
