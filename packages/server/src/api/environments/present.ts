import type { EnvironmentEntity } from './contract.ts';
import type { ListedEnvironment } from './table.ts';

export function presentEnvironment(environment: ListedEnvironment): EnvironmentEntity {
  const { status, forkProgress } = environment;
  return {
    type: 'environment',
    id: environment.name,
    meta: {
      status,
      ...(status === 'creating' ? { fork_completion_percentage: forkProgress ?? 0 } : {}),
      read_only_mode: environment.isReadOnly,
      created_at: environment.createdAt.toISOString(),
      last_data_change_at: environment.lastDataChangeAt.toISOString(),
      primary: environment.isPrimary,
      forked_from: environment.forkedFrom,
    },
  };
}
