import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hueOfHsl } from '#theme/color.ts';
import { showAccent } from '#theme/scheme.ts';
import { useProject } from './project-context.ts';

/** Shows the open project in its own color. */
export function useAccent(): void {
  const { client, key } = useProject();
  const theme = useQuery({
    queryKey: [...key, 'theme'],
    queryFn: async () => (await client.site.find()).theme,
    staleTime: 5 * 60 * 1000,
  });
  const hue = theme.data !== undefined && 'hue' in theme.data ? theme.data.hue : null;
  useEffect(() => showAccent(typeof hue === 'number' ? hueOfHsl(hue) : undefined), [hue]);
  useEffect(() => () => showAccent(undefined), []);
}
