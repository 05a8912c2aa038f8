import type { ApiTypes } from '@datocms/cma-client-browser';
import { useQuery } from '@tanstack/react-query';
import { type OpenProject, useProject } from './project-context.ts';

export type Model = ApiTypes.ItemType;
export type Field = ApiTypes.Field;

/** Models and blocks by name. */
export function useModels() {
  return useQuery(modelsQuery(useProject()));
}

export function modelsQuery({ client, key }: OpenProject) {
  return {
    queryKey: [...key, 'models'],
    queryFn: async () =>
      (await client.itemTypes.list()).sort((one, other) => one.name.localeCompare(other.name)),
  };
}

/** The fields of a model in their order. */
export function useFields(modelId: string | undefined) {
  const { client, key } = useProject();
  return useQuery({
    queryKey: [...key, 'fields', modelId],
    enabled: modelId !== undefined,
    queryFn: async () =>
      (await client.fields.list(modelId ?? '')).sort((one, other) => one.position - other.position),
  });
}
