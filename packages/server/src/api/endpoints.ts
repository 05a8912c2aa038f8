import type { Endpoint } from '#http/endpoint.ts';

/** Every endpoint of the Content Management API that is served. */
export const endpoints: Endpoint[] = [];
