/** Our hyperschema, read the way that generators of clients read one. */
export interface Hyperschema {
  definitions: Record<string, { links: Link[] }>;
}

interface Link {
  rel: string;
  href: string;
  method: string;
  schema?: Schema;
  hrefSchema?: Schema;
  targetSchema?: Schema;
  jobSchema?: Schema;
}

interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  example?: string;
  default?: number;
  maximum?: number;
}

export function readLinks({ definitions }: Hyperschema) {
  return Object.entries(definitions).flatMap(([resource, { links }]) =>
    links.map((link) => ({
      resource,
      rel: link.rel,
      method: link.method,
      urlTemplate: link.href.replace(
        /\{\(.*?definitions%2F(\w+)%2Fdefinitions%2Fidentity\)\}/g,
        (_, entity) => `\${${camelCase(`${entity}_id`)}}`,
      ),
      ...readBody(link.schema),
      hasQuery: link.hrefSchema !== undefined,
      isQueryRequired: Boolean(link.hrefSchema?.required?.length),
      pages: readPages(link.hrefSchema),
      hasAnswer: Boolean(link.jobSchema ?? link.targetSchema),
      isJob: link.jobSchema !== undefined,
    })),
  );
}

function camelCase(name: string): string {
  return name.replace(/_[a-z]/g, (match) => match.slice(1).toUpperCase());
}

function readBody(body: Schema | undefined) {
  const data = body?.properties?.data;
  const bodies = data ? alternatives(data.type === 'array' ? (data.items ?? {}) : data) : [];
  const types = [...new Set(bodies.map(({ properties }) => properties?.type?.example))];
  return {
    optionalBody: Array.isArray(body?.type) && body.type.includes('null'),
    bodyType: body && (types.length === 1 ? types[0] : '*'),
    attributes: keysOf(bodies, 'attributes'),
    relationships: keysOf(bodies, 'relationships'),
  };
}

/** `*`: what the keys are is not known beforehand. */
function keysOf(bodies: readonly Schema[], part: string): string[] | '*' {
  if (bodies.length > 1) return '*';
  const schema = bodies[0]?.properties?.[part];
  if (!schema) return [];
  const parts = alternatives(schema);
  if (parts.some(({ properties }) => !properties)) return '*';
  return parts.flatMap(({ properties = {} }) => Object.keys(properties));
}

function alternatives(schema: Schema): Schema[] {
  return schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema];
}

function readPages(query: Schema | undefined) {
  const limit = query?.properties?.page?.properties?.limit;
  return limit && { defaultLimit: limit.default, maxLimit: limit.maximum };
}
