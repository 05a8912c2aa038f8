/**
 * The words of a contract in those that generators of clients understand. They take the type of a body from its
 * example or its pattern, know no `const` (a newer draft has it), and make a tuple of every bounded list: bounds are told
 * in words.
 */
export function forGenerators(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forGenerators);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { maxItems, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [key, forGenerators(part)]),
  );
  return {
    ...rest,
    ...(typeof rest.const === 'string' ? describeConstant(rest.const) : {}),
    ...describeBound(maxItems),
  };
}

function describeConstant(word: string): object {
  return { enum: [word], pattern: `^${word.replace(/[^\w-]/g, '\\$&')}$`, example: word };
}

/** A property of this name is a schema, not a number. */
function describeBound(maxItems: unknown): object {
  if (maxItems === undefined) return {};
  return typeof maxItems === 'number' ? { description: `At most ${maxItems} entries.` } : { maxItems };
}
