import { Navigate, Outlet, useLocation } from 'react-router';
import { useSessionToken } from './session.ts';

/** Whoever is not signed in goes to the sign-in page and comes back here afterwards. */
export function RequireSession() {
  const token = useSessionToken();
  const { pathname, search, hash } = useLocation();
  if (token !== null) return <Outlet />;
  const back = `${pathname}${search}${hash}`;
  return <Navigate to={back === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(back)}`} replace />;
}
