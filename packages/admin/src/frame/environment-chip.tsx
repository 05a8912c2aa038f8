import { GitBranch } from 'lucide-react';
import { useProject } from '#project/project-context.ts';
import { useEnvironments } from '#project/use-environments.ts';
import { words } from '#words/words.ts';
import styles from './environment-chip.module.css';

/** Plain on the primary environment, colored on every other one, so that nobody edits the wrong one. */
export function EnvironmentChip() {
  const { environment } = useProject();
  const environments = useEnvironments();
  const primary = environments.data?.find(({ meta }) => meta.primary)?.id;
  const name = environment ?? primary;
  if (name === undefined) return null;
  const isSandbox = environment !== undefined && environment !== primary;
  return (
    <span className={styles.chip} data-sandbox={isSandbox || undefined} title={words.frame.environment(name)}>
      <GitBranch size={13} aria-hidden />
      <span className="visually-hidden">{words.frame.environment('')}</span>
      <span className={styles.name}>{name}</span>
      {isSandbox && <span className={styles.sandbox}>{words.frame.sandbox}</span>}
    </span>
  );
}
