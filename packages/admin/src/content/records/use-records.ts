import type { RawApiTypes } from '@datocms/cma-client-browser';
import { useQuery } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';

export type RecordEntity = RawApiTypes.Item;

/** One page; the list with filters and columns is the editor's. */
export const SHOWN_RECORDS = 30;

export function useRecords(modelId: string) {
  const { client, key } = useProject();
  return useQuery({
    queryKey: [...key, 'records', modelId],
    queryFn: async () => {
      const answer = await client.items.rawList({
        filter: { type: modelId },
        order_by: '_updated_at_DESC',
        version: 'current',
        page: { limit: SHOWN_RECORDS },
      });
      return { records: answer.data, total: answer.meta.total_count };
    },
  });
}
