import type { ApiTypes } from '@datocms/cma-client-browser';
import { useQuery } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';
import type { words } from '#words/words.ts';

export type DailyUsage = ApiTypes.DailyUsage;
export type Report = keyof typeof words.usage.reports;
export type Period = keyof typeof words.usage.periods;

/** The days of the last month and of this one. */
export function useDailyUsage() {
  const { client, project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, 'usage'],
    queryFn: () => client.dailyUsages.list(),
  });
}

export function useBreakdown(report: Report, period: Period) {
  const { client, project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, 'usage', report, period],
    queryFn: async () => (await client.usageCounters.find(report, { period })).result,
  });
}

/** The names behind the ids of a breakdown: of tokens and people. */
export function useCallerNames() {
  const { client, project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, 'usage', 'names'],
    queryFn: async () => {
      const [tokens, people, { owner }] = await Promise.all([
        client.accessTokens.list(),
        client.users.list(),
        client.site.find(),
      ]);
      return new Map([
        ...tokens.map(({ id, name }) => [id, name] as const),
        ...people.map(({ id, full_name: name }) => [id, name] as const),
        [
          owner.id,
          project.meta.owner.type === 'account' ? project.meta.owner.email : project.meta.owner.name,
        ],
      ]);
    },
  });
}
