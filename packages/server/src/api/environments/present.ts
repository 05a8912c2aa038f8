import type { JsonObject } from '@recto/content/json';
import type { ListedEnvironment } from './table.ts';

export function presentEnvironment(environment: ListedEnvironment): JsonObject {
  return {
    type: 'environment',
    id: environment.name,
    meta: {
      status: environment.status,
      read_only_mode: false,
      created_at: environment.createdAt.toISOString(),
      last_data_change_at: environment.lastDataChangeAt.toISOString(),
      primary: environment.isPrimary,
      forked_from: null,
    },
  };
}
