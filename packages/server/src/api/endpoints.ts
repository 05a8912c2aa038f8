import { fieldEndpoints } from '#api/fields/routes.ts';
import { fieldsetEndpoints } from '#api/fieldsets/routes.ts';
import { itemTypeEndpoints } from '#api/item-types/routes.ts';
import type { Endpoint } from '#http/endpoint.ts';

/** Every endpoint of the Content Management API that is served. */
export const endpoints: Endpoint[] = [...itemTypeEndpoints, ...fieldEndpoints, ...fieldsetEndpoints];
