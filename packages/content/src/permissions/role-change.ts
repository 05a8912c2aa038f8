import type { Role, RolePermissions } from './final-permissions.ts';

/** What a caller wants of a role: what is left out stays as it is, a list that is given replaces the old one. */
export interface RoleChange {
  name?: string | undefined;
  declared: Partial<RolePermissions>;
  inheritsFrom?: readonly string[] | undefined;
}

export function changeRole(role: Role, change: RoleChange): Role {
  return {
    id: role.id,
    name: change.name ?? role.name,
    declared: { ...role.declared, ...change.declared },
    inheritsFrom: [...new Set(change.inheritsFrom ?? role.inheritsFrom)],
  };
}

const FAMILIES = [
  'item_type_permissions',
  'upload_permissions',
  'build_trigger_permissions',
  'search_index_permissions',
] as const;

/** Grants and denials of one kind only make sense together, so a caller sends both lists or neither. */
export function unpairedLists(declared: Partial<RolePermissions>): string[] {
  return FAMILIES.flatMap((family) => {
    const [positive, negative] = [`positive_${family}`, `negative_${family}`] as const;
    if (declared[positive] && !declared[negative]) return [negative];
    if (declared[negative] && !declared[positive]) return [positive];
    return [];
  });
}

/** Longer lines of inheritance serve nobody, and each request of their holders would walk them. */
export const MAXIMUM_LINEAGE = 20;

/** The role among those it would inherit from that leads back to it. */
export function circularParent(role: Role, roles: readonly Role[]): string | undefined {
  const parentsOf = new Map(roles.map(({ id, inheritsFrom }) => [id, inheritsFrom]));
  return role.inheritsFrom.find((parent) => {
    const above = new Set([parent]);
    for (const id of above) for (const next of parentsOf.get(id) ?? []) above.add(next);
    return above.has(role.id);
  });
}

/** How many roles the longest line has. There must be no circle. */
export function longestLineage(roles: readonly Role[]): number {
  const byId = new Map(roles.map((role) => [role.id, role]));
  const known = new Map<string, number>();
  const lengthOf = (id: string): number => {
    const length = known.get(id);
    if (length !== undefined) return length;
    const above = (byId.get(id)?.inheritsFrom ?? []).map(lengthOf);
    const own = 1 + Math.max(0, ...above);
    known.set(id, own);
    return own;
  };
  return Math.max(0, ...roles.map(({ id }) => lengthOf(id)));
}

/** `Editor` → `Editor (duplicate #1)`, the first that nobody has. */
export function nameOfDuplicate(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = `${name} (duplicate #${number})`;
    if (!taken.has(candidate)) return candidate;
  }
}
