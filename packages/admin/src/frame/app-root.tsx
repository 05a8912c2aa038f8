import { RouterProvider } from 'react-aria-components';
import { Outlet, ScrollRestoration, useHref, useNavigate } from 'react-router';
import { Announcer } from './announcer.tsx';

/** What every page has. Links of the primitives' library go through the router, so that nothing reloads. */
export function AppRoot() {
  const navigate = useNavigate();
  return (
    <RouterProvider navigate={(to, options) => void navigate(to, options)} useHref={useHref}>
      <Outlet />
      <ScrollRestoration />
      <Announcer />
    </RouterProvider>
  );
}
