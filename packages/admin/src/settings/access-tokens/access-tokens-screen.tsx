import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTokens } from '#project/use-tokens.ts';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { type TokenAct, TokenActDialog } from './token-act-dialog.tsx';
import { TokenTable } from './token-table.tsx';

export function AccessTokensScreen() {
  const tokens = useTokens();
  const [search, setSearch] = useSearchParams();
  const [act, setAct] = useState<TokenAct | null>(() => (search.has('new') ? { kind: 'create' } : null));

  function close() {
    setAct(null);
    setSearch({}, { replace: true });
  }

  return (
    <SettingsLayout>
      <Page
        title={words.tokens.title}
        lead={words.tokens.lead}
        actions={
          <Button look="primary" onPress={() => setAct({ kind: 'create' })} isDisabled={!tokens.isSuccess}>
            <Plus size={16} aria-hidden />
            {words.tokens.create}
          </Button>
        }
      >
        {tokens.isPending && <Skeleton />}
        {tokens.isError && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
        {tokens.data?.length === 0 && (
          <EmptyState title={words.tokens.emptyTitle}>
            <p>{words.tokens.emptyDetail}</p>
          </EmptyState>
        )}
        {tokens.data !== undefined && tokens.data.length > 0 && (
          <TokenTable tokens={tokens.data} onAct={setAct} />
        )}
      </Page>
      {act !== null && <TokenActDialog act={act} onClose={close} />}
    </SettingsLayout>
  );
}
