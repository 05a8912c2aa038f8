import { DEFAULT_ENVIRONMENT_FLAGS, type EnvironmentFlag } from '@recto/content/schema/environment-flags';
import { type TBoolean, Type } from '@sinclair/typebox';

/** What an environment opted in to. */
export const environmentFlagProperties = Object.fromEntries(
  Object.keys(DEFAULT_ENVIRONMENT_FLAGS).map((flag) => [flag, Type.Boolean()]),
) as Record<EnvironmentFlag, TBoolean>; // one for each, as the line above makes them
