import { refuseAll } from '@recto/content/refusal';
import type { ListedEnvironment } from './table.ts';

/** Also a part of URLs and of host names. */
const NAME = /^[a-z0-9-]{1,60}$/;

/** Refuses a name that no environment can have, or that another one has. */
export function checkName(name: string, environments: readonly ListedEnvironment[]): void {
  const isTaken = environments.some((environment) => environment.name === name);
  const problems = [
    ...(NAME.test(name) ? [] : ['VALIDATION_FORMAT']),
    ...(isTaken ? ['VALIDATION_UNIQUENESS'] : []),
  ];
  refuseAll(
    problems.map((code) => ({
      code: 'INVALID_FIELD',
      details: { field: 'name', code, record_type: 'Environment' },
    })),
  );
}
