import { useProject } from '#project/project-context.ts';
import { projectName } from '#project/use-projects.ts';

/** A path of any environment of the project; null: of the primary one. */
export function useEnvironmentPath() {
  const { project } = useProject();
  return (environment: string | null, route: string): string => {
    const prefix = environment === null ? '' : `/environments/${encodeURIComponent(environment)}`;
    return `/p/${encodeURIComponent(projectName(project))}${prefix}/${route}`;
  };
}
