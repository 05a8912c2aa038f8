export type Schema = { [key: string]: unknown };

/** Every resource that answers are made of, by JSON:API type, as it is first described. */
export function collectResources(answers: readonly unknown[]): Map<string, Schema> {
  const resources = new Map<string, Schema>();
  for (const answer of answers) {
    walk(answer, (schema) => {
      const type = typeOf(schema);
      if (type !== undefined && isResource(schema) && !resources.has(type)) resources.set(type, schema);
    });
  }
  return resources;
}

/** The same schema with `$ref`s in the place of resources, and of the identities of resources. */
export function referToResources(schema: unknown, resources: ReadonlyMap<string, Schema>): unknown {
  if (Array.isArray(schema)) return schema.map((part) => referToResources(part, resources));
  if (!isSchema(schema)) return schema;
  const type = typeOf(schema);
  const resource = type === undefined ? undefined : resources.get(type);
  if (resource && isSame(schema, resource)) return { $ref: `#/definitions/${type}` };
  if (resource && isIdentity(schema)) return { $ref: `#/definitions/${type}/definitions/data` };
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [key, referToResources(part, resources)]),
  );
  const isClosed = copy.properties && copy.additionalProperties === undefined;
  return isClosed ? { ...copy, additionalProperties: false } : copy;
}

function walk(schema: unknown, visit: (schema: Schema) => void): void {
  if (Array.isArray(schema)) for (const part of schema) walk(part, visit);
  if (!isSchema(schema)) return;
  visit(schema);
  for (const part of Object.values(schema)) walk(part, visit);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The constant that a resource or an identity says its type with. */
function typeOf({ properties }: Schema): string | undefined {
  const { type } = (properties ?? {}) as { type?: { const?: unknown } };
  return typeof type?.const === 'string' ? type.const : undefined;
}

function isResource({ properties }: Schema): boolean {
  const keys = Object.keys(properties as Schema);
  return keys.includes('id') && keys.some((key) => ['attributes', 'relationships', 'meta'].includes(key));
}

function isIdentity({ properties }: Schema): boolean {
  return (
    Object.keys(properties as Schema)
      .sort()
      .join() === 'id,type'
  );
}

function isSame(one: Schema, other: Schema): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
