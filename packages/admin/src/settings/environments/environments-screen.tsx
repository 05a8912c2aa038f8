import { useState } from 'react';
import { useEnvironments } from '#project/use-environments.ts';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { Page } from '#ui/page.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { type EnvironmentAct, EnvironmentActDialog } from './environment-act-dialog.tsx';
import { EnvironmentTable } from './environment-table.tsx';

/** There is always at least the primary one. */
export function EnvironmentsScreen() {
  const environments = useEnvironments();
  const [act, setAct] = useState<EnvironmentAct | null>(null);
  return (
    <SettingsLayout>
      <Page title={words.environments.title} lead={words.environments.lead}>
        {environments.isPending && <Skeleton />}
        {environments.isError && (
          <ErrorState error={environments.error} onRetry={() => void environments.refetch()} />
        )}
        {environments.isSuccess && <EnvironmentTable environments={environments.data} onAct={setAct} />}
      </Page>
      {act !== null && <EnvironmentActDialog act={act} onClose={() => setAct(null)} />}
    </SettingsLayout>
  );
}
