import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';
import type { Proof } from './proof-fields.tsx';

/** A new secret, good once a code of it was shown. Asked for once per opening: another one would make the picture
 *  that was just scanned worthless. */
export function useNewSecret() {
  return useQuery({
    queryKey: ['account', 'new-secret'],
    queryFn: async () => {
      const { data } = await dashboardClient().account.rawReset_2Fa();
      const { attributes } = data as unknown as { attributes: { provisioning_2fa_uri: string } }; // as the API answers
      const uri = attributes.provisioning_2fa_uri;
      return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

interface Activation {
  included: { type: string; attributes: { codes?: string[] } }[];
}

/** The answer is the backup codes, told this once. */
export function useTurnOn() {
  return useMutation({
    mutationFn: async (proof: Proof): Promise<string[]> => {
      const { included } = await dashboardClient().request<Activation>({
        method: 'PUT',
        url: '/account/activate-2fa',
        body: { data: { type: '2fa_activation', attributes: attributesOf(proof) } },
      });
      return included.find(({ type }) => type === 'otp_backup_codes')?.attributes.codes ?? [];
    },
  });
}

export function useTurnOff() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (proof: Proof) => dashboardClient().account.deactivate_2Fa(attributesOf(proof)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['account'], exact: true }),
  });
}

function attributesOf({ password, code }: Proof) {
  return { password, otp_code: code.trim() };
}
