import { ENDPOINTS } from './endpoints.ts';

export interface DeliveryRequest {
  token: string;
  environment: string | undefined;
  includeDrafts: boolean;
  query: string;
  variables?: Record<string, unknown>;
}

export interface DeliveryAnswer {
  status: number;
  /** As received: what the explorer shows is what a website would get. */
  text: string;
  milliseconds: number;
}

/** Asks the Content Delivery API as a website does. A GraphQL error is an answer, not a failure. */
export async function askDelivery(request: DeliveryRequest, signal?: AbortSignal): Promise<DeliveryAnswer> {
  const started = performance.now();
  const response = await fetch(ENDPOINTS.graphql, {
    method: 'POST',
    headers: deliveryHeaders(request),
    body: JSON.stringify({ query: request.query, variables: request.variables ?? {} }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  return { status: response.status, text, milliseconds: Math.round(performance.now() - started) };
}

function deliveryHeaders({ token, environment, includeDrafts }: DeliveryRequest): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    Accept: 'application/json',
    ...(environment === undefined ? {} : { 'X-Environment': environment }),
    ...(includeDrafts ? { 'X-Include-Drafts': 'true' } : {}),
  };
}
