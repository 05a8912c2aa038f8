import type { Project } from '#project/use-projects.ts';
import { words } from '#words/words.ts';

export interface OwnerGroup {
  /** An organization's name, or somebody's address. */
  title: string;
  projects: Project[];
}

/** One's own first, then by the owner's name. */
export function groupByOwner(projects: readonly Project[], ownEmail: string | undefined): OwnerGroup[] {
  const groups = new Map<string, OwnerGroup & { isOwn: boolean }>();
  for (const project of projects) {
    const { owner } = project.meta;
    const isOwn = owner.type === 'account' && owner.email === ownEmail;
    const name = owner.type === 'organization' ? owner.name : owner.email;
    const key = owner.type === 'organization' ? owner.id : owner.email;
    const group = groups.get(key) ?? { title: isOwn ? words.dashboard.own : name, projects: [], isOwn };
    group.projects.push(project);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (one, other) => Number(other.isOwn) - Number(one.isOwn) || one.title.localeCompare(other.title),
  );
}
