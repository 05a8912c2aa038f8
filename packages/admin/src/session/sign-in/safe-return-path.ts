/** Where to go after signing in. A link to the sign-in page must not be able to send people, freshly signed in, to
 *  another site: only a path on this one is followed (`//host` and `/\host` are other sites to a browser). */
export function safeReturnPath(next: string | null): string {
  if (next === null || !/^\/(?![/\\])/.test(next)) return '/';
  return next.startsWith('/sign-in') ? '/' : next;
}
