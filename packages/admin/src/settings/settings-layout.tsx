import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { AreaLayout } from '#frame/area-layout.tsx';
import { useProject } from '#project/project-context.ts';
import { SideList } from '#ui/side-list.tsx';
import { words } from '#words/words.ts';

interface SettingsScreen {
  id: string;
  title: string;
  route: string;
}

const PROJECT_SCREENS: SettingsScreen[] = [
  { id: 'connect', title: words.settings.connect, route: 'configuration' },
  { id: 'tokens', title: words.settings.tokens, route: 'project_settings/access_tokens' },
  { id: 'environments', title: words.settings.environments, route: 'project_settings/environments' },
  { id: 'users', title: words.settings.users, route: 'project_settings/users' },
  { id: 'roles', title: words.settings.roles, route: 'project_settings/roles' },
  { id: 'sso-users', title: words.settings.ssoUsers, route: 'project_settings/sso-users' },
  { id: 'usage', title: words.settings.usage, route: 'project_settings/usages' },
];

const ENVIRONMENT_SCREENS: SettingsScreen[] = [
  { id: 'plugins', title: words.settings.plugins, route: 'configuration/plugins' },
];

export function SettingsLayout({ children }: { children: ReactNode }) {
  const { path } = useProject();
  const { pathname } = useLocation();
  const toLink = ({ id, title, route }: SettingsScreen) => ({
    id,
    title,
    href: path(route),
    isCurrent: route === 'configuration' ? pathname === path(route) : pathname.startsWith(path(route)),
  });
  return (
    <AreaLayout
      title={words.settings.title}
      sidebar={
        <>
          <SideList title={words.settings.project} links={PROJECT_SCREENS.map(toLink)} />
          <SideList title={words.settings.environment} links={ENVIRONMENT_SCREENS.map(toLink)} />
        </>
      }
    >
      {children}
    </AreaLayout>
  );
}
