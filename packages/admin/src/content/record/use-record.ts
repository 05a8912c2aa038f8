import { useQuery } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';

export function useRecord(itemId: string) {
  const { client, key } = useProject();
  return useQuery({
    queryKey: [...key, 'record', itemId],
    queryFn: async () => (await client.items.rawFind(itemId, { version: 'current' })).data,
  });
}
