import type { RawApiTypes } from '@datocms/cma-client-browser';
import { useQuery } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';

export type Asset = RawApiTypes.Upload;

const SHOWN_ASSETS = 30;

export function useAssets() {
  const { client, key } = useProject();
  return useQuery({
    queryKey: [...key, 'assets'],
    queryFn: async () => {
      const answer = await client.uploads.rawList({ page: { limit: SHOWN_ASSETS } });
      return { assets: answer.data, total: answer.meta.total_count };
    },
  });
}
