import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';
import type { AccessToken } from '#project/use-tokens.ts';

/** A token as the form knows it. */
export interface TokenDraft {
  name: string;
  roleId: string | null;
  canAccessCda: boolean;
  canAccessCdaPreview: boolean;
  canAccessCma: boolean;
}

export function useSaveToken(token: AccessToken | null) {
  const { client } = useProject();
  return useTokenMutation((draft: TokenDraft) =>
    token === null
      ? client.accessTokens.create(attributesOf(draft))
      : client.accessTokens.update(token.id, attributesOf(draft)),
  );
}

export function useRotateToken() {
  const { client } = useProject();
  return useTokenMutation((token: AccessToken) => client.accessTokens.regenerateToken(token.id));
}

export function useDeleteToken() {
  const { client } = useProject();
  return useTokenMutation((token: AccessToken) => client.accessTokens.destroy(token.id));
}

/** The project's own row shows two of the tokens: it is asked for again as well. */
function useTokenMutation<Input, Output>(change: (input: Input) => Promise<Output>) {
  const { project } = useProject();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['projects'] }),
        queryClient.invalidateQueries({ queryKey: ['project', project.id, 'tokens'] }),
      ]),
  });
}

function attributesOf(draft: TokenDraft) {
  return {
    name: draft.name,
    can_access_cda: draft.canAccessCda,
    can_access_cda_preview: draft.canAccessCdaPreview,
    can_access_cma: draft.canAccessCma,
    role: { type: 'role' as const, id: draft.roleId ?? '' },
  };
}
