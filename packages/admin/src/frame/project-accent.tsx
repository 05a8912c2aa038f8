import { useAccent } from '#project/use-accent.ts';

/** Nothing to see of its own. */
export function ProjectAccent() {
  useAccent();
  return null;
}
