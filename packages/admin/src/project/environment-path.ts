/** The address of what is open now in another environment of the project; null: in the primary one. */
export function environmentPath(pathname: string, project: string, environment: string | null): string {
  const [, , , ...rest] = pathname.split('/');
  const route = rest[0] === 'environments' ? rest.slice(2) : rest;
  const place = environment === null ? [] : ['environments', encodeURIComponent(environment)];
  return ['', 'p', encodeURIComponent(project), ...place, ...route].join('/');
}
