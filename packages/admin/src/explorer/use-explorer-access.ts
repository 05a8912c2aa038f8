import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useProject } from '#project/project-context.ts';
import { useTokens } from '#project/use-tokens.ts';

/** As whom the explorer asks, and what it asks for. The environment and the drafts stand in the address, so that
 *  it can be sent to somebody; the token does not. */
export function useExplorerAccess() {
  const { environment: opened } = useProject();
  const tokens = useTokens();
  const [search, setSearch] = useSearchParams();
  const [wanted, setWanted] = useState<string | null>(null);
  const usable = (tokens.data ?? []).filter((token) => token.token && token.can_access_cda);
  const chosen = usable.find(({ id }) => id === wanted) ?? usable.find(isReadOnly) ?? usable[0];
  const mayIncludeDrafts = chosen?.can_access_cda_preview === true;
  const set = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value === null) now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return {
    isSuccess: tokens.isSuccess,
    choices: usable.map(({ id, name }) => ({ id, label: name })),
    chosen: chosen?.id ?? null,
    token: chosen?.token ?? null,
    choose: setWanted,
    environment: search.get('environment') ?? opened,
    chooseEnvironment: (name: string) => set('environment', name),
    mayIncludeDrafts,
    includeDrafts: mayIncludeDrafts && search.get('drafts') === 'true',
    setIncludeDrafts: (include: boolean) => set('drafts', include ? 'true' : null),
  };
}

function isReadOnly({ hardcoded_type: kind }: { hardcoded_type: string | null }): boolean {
  return kind?.includes('readonly') ?? false;
}
