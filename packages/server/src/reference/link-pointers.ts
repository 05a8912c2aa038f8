/** Where each endpoint's link stands in the published hyperschema: `#/definitions/item/links/3`. */
export function pointersOf<Link extends { resource: string }>(endpoints: readonly Link[]): Map<Link, string> {
  const links = new Map<string, number>();
  return new Map(
    endpoints.map((endpoint) => {
      const index = links.get(endpoint.resource) ?? 0;
      links.set(endpoint.resource, index + 1);
      return [endpoint, `#/definitions/${endpoint.resource}/links/${index}`];
    }),
  );
}
