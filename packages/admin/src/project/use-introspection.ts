import { useQuery } from '@tanstack/react-query';
import { askDelivery } from '#server/delivery.ts';
import { INTROSPECTION_QUERY, readIntrospection } from './introspection.ts';
import { useProject } from './project-context.ts';

/** The Content Delivery API's schema as a token sees it. */
export function useIntrospection(token: string | null, environment: string | undefined) {
  const { project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, environment ?? null, 'graphql schema', token],
    enabled: token !== null,
    queryFn: async ({ signal }) => {
      const request = { token: token ?? '', environment, includeDrafts: false, query: INTROSPECTION_QUERY };
      return readIntrospection((await askDelivery(request, signal)).text);
    },
  });
}
