import { Navigate, type RouteObject } from 'react-router';
import { AccountScreen } from '#account/account-screen.tsx';
import { RecordScreen } from '#content/record/record-screen.tsx';
import { RecordsScreen } from '#content/records/records-screen.tsx';
import { ProjectsScreen } from '#dashboard/projects/projects-screen.tsx';
import { AppRoot } from '#frame/app-root.tsx';
import { BareRoute } from '#frame/bare-route.tsx';
import { NotFound } from '#frame/not-found.tsx';
import { OldRoute } from '#frame/old-route.tsx';
import { ProjectFrame } from '#frame/project-frame.tsx';
import { RouteError } from '#frame/route-error.tsx';
import { AssetsScreen } from '#media/assets/assets-screen.tsx';
import { ModelScreen } from '#schema/model/model-screen.tsx';
import { ConfirmEmailScreen } from '#session/confirm-email/confirm-email-screen.tsx';
import { InvitationScreen } from '#session/invitation/invitation-screen.tsx';
import { RequireSession } from '#session/require-session.tsx';
import { ResetPasswordScreen } from '#session/reset-password/reset-password-screen.tsx';
import { SignInScreen } from '#session/sign-in/sign-in-screen.tsx';
import { WelcomeScreen } from '#session/welcome/welcome-screen.tsx';
import { AccessTokensScreen } from '#settings/access-tokens/access-tokens-screen.tsx';
import { ConnectScreen } from '#settings/connect/connect-screen.tsx';
import { EnvironmentsScreen } from '#settings/environments/environments-screen.tsx';
import { LaterScreen } from '#settings/later/later-screen.tsx';
import { PeopleScreen } from '#settings/people/people-screen.tsx';
import { RolesScreen } from '#settings/roles/roles-screen.tsx';
import { UsageScreen } from '#settings/usage/usage-screen.tsx';

/** The first segments of a project's routes. An address that starts with one of them names no project. */
const BARE = [
  'editor',
  'media',
  'schema',
  'configuration',
  'project_settings',
  'cda-explorer',
  'environments',
  'admin',
];

/** Every address of a project, the same below `/p/<project>` and below `/p/<project>/environments/<environment>`.
 *  Deep links made by plugins and by other installations rely on them. */
const projectRoutes: RouteObject[] = [
  { index: true, element: <Navigate to="editor" replace /> },
  { path: 'editor', element: <RecordsScreen /> },
  { path: 'editor/item_types/:modelId/items', element: <RecordsScreen /> },
  { path: 'editor/item_types/:modelId/items/:itemId', element: <RecordScreen /> },
  { path: 'editor/item_types/:modelId/items/:itemId/edit', element: <RecordScreen /> },
  { path: 'media', element: <Navigate to="assets" relative="path" replace /> },
  { path: 'media/assets', element: <AssetsScreen /> },
  { path: 'media/assets/:uploadId', element: <AssetsScreen /> },
  { path: 'schema', element: <ModelScreen /> },
  { path: 'schema/item_types/:modelId', element: <ModelScreen /> },
  { path: 'schema/blocks_library/:modelId', element: <ModelScreen /> },
  { path: 'configuration', element: <ConnectScreen /> },
  { path: 'configuration/plugins', element: <LaterScreen subject="plugins" /> },
  { path: 'configuration/plugins/:pluginId/edit', element: <LaterScreen subject="plugins" /> },
  { path: 'project_settings', element: <Navigate to="access_tokens" relative="path" replace /> },
  { path: 'project_settings/access_tokens', element: <AccessTokensScreen /> },
  { path: 'project_settings/environments', element: <EnvironmentsScreen /> },
  { path: 'project_settings/users', element: <PeopleScreen /> },
  { path: 'project_settings/roles', element: <RolesScreen /> },
  { path: 'project_settings/usages', element: <UsageScreen /> },
  { path: 'project_settings/sso-users', element: <LaterScreen subject="ssoUsers" /> },
  {
    path: 'cda-explorer',
    // The editor and the language service are a third of the program: they come when they are used.
    lazy: async () => ({ Component: (await import('#explorer/explorer-screen.tsx')).ExplorerScreen }),
  },
  { path: 'admin/plugins/:pluginId/edit', element: <OldRoute now="configuration/plugins/:pluginId/edit" /> },
  { path: 'admin/item_types/:modelId', element: <OldRoute now="schema/item_types/:modelId" /> },
  { path: 'admin/access_tokens', element: <OldRoute now="project_settings/access_tokens" /> },
  { path: '*', element: <NotFound /> },
];

export const routes: RouteObject[] = [
  {
    element: <AppRoot />,
    errorElement: <RouteError />,
    children: [
      { path: 'welcome', element: <WelcomeScreen /> },
      { path: 'sign-in', element: <SignInScreen /> },
      { path: 'reset-password', element: <ResetPasswordScreen /> },
      { path: 'forgot-password', element: <Navigate to="/reset-password" replace /> },
      { path: 'confirm-email-change', element: <ConfirmEmailScreen /> },
      { path: 'accept-invitation', element: <InvitationScreen to="project" key="project" /> },
      {
        path: 'accept-organization-invitation',
        element: <InvitationScreen to="organization" key="organization" />,
      },
      {
        element: <RequireSession />,
        children: [
          { index: true, element: <ProjectsScreen /> },
          { path: 'account', element: <AccountScreen /> },
          {
            path: 'p/:project',
            element: <ProjectFrame />,
            children: [{ path: 'environments/:environment', children: projectRoutes }, ...projectRoutes],
          },
          ...BARE.map((segment) => ({ path: `${segment}/*`, element: <BareRoute /> })),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
