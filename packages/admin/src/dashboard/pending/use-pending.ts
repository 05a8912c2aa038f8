import { ApiError } from '@datocms/dashboard-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { organizationsQuery } from '#project/use-organizations.ts';
import { isForbidden } from '#server/api-error.ts';
import { dashboardClient } from '#server/dashboard-client.ts';
import { useAccount } from '#session/use-account.ts';
import { words } from '#words/words.ts';

/** Something that waits for a yes or a no. */
export interface PendingRequest {
  id: string;
  title: string;
  detail: string;
  approve(): Promise<unknown>;
  decline(): Promise<unknown>;
}

/** What others ask of whoever is signed in, and of their organizations. */
export function usePending() {
  const account = useAccount();
  const email = account.data?.email;
  return useQuery({
    queryKey: ['pending'],
    enabled: email !== undefined,
    queryFn: async ({ client }) => {
      const organizations = await client.fetchQuery(organizationsQuery);
      const lists = await Promise.all([
        listTransfers(undefined, email ?? ''),
        ...organizations.flatMap(({ id }) => [
          listTransfers(id, id),
          listMandates(id),
          listFactors(id, email ?? ''),
        ]),
      ]);
      return lists.flat();
    },
  });
}

export function useAnswer(request: PendingRequest) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (isApproved: boolean) => (isApproved ? request.approve() : request.decline()),
    onSettled: () =>
      Promise.all([['pending'], ['projects']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}

/** Projects on their way here. `to` is one's address, or an organization's id. */
async function listTransfers(organization: string | undefined, to: string): Promise<PendingRequest[]> {
  const { siteTransfers } = dashboardClient(organization);
  const transfers = await siteTransfers.list();
  return transfers.flatMap(({ id, site_name: name, source, destination }) => {
    const isHere = destination.type === 'account' ? destination.email === to : destination.id === to;
    if (!isHere) return [];
    const from = source.type === 'account' ? source.email : source.name;
    return [
      {
        id,
        title: words.pending.transfer(name),
        detail: words.pending.transferDetail(
          from,
          destination.type === 'account' ? words.dashboard.yourself : destination.name,
        ),
        approve: () => siteTransfers.rawAccept(id, { data: { id, type: 'site_transfer' } }),
        decline: () => siteTransfers.decline(id),
      },
    ];
  });
}

async function listMandates(organization: string): Promise<PendingRequest[]> {
  const { organizationMandateRequests: requests } = dashboardClient(organization);
  return (await requests.pendingList()).map(({ id, meta }) => ({
    id,
    title: words.pending.mandate(meta.requester_organization_name, meta.approver_organization_name),
    detail: words.pending.mandateDetail(meta.approver_organization_name),
    approve: () => requests.approve(id),
    decline: () => requests.reject(id),
  }));
}

/** Owners are asked; nobody answers for themselves. */
async function listFactors(organization: string, ownEmail: string): Promise<PendingRequest[]> {
  const { tfaDeactivateRequests: requests } = dashboardClient(organization);
  const asked = await requests.list().catch((error: unknown) => {
    if (error instanceof ApiError && isForbidden(error)) return [];
    throw error;
  });
  return asked
    .filter(({ meta }) => meta.email !== ownEmail)
    .map(({ id, meta }) => ({
      id,
      title: words.pending.factor(meta.email),
      detail: words.pending.factorDetail,
      approve: () => requests.approve(id),
      decline: () => requests.reject(id),
    }));
}
