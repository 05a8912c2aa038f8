/** Values that were read from the database, each kept under the version of the rows it was made of. A value of
 *  another version is read again, so that nothing old is ever answered. Bounded. */
export function keepByVersion<Value>(capacity: number) {
  const kept = new Map<string, { version: string; value: Value }>();
  return async function find(id: string, version: string, read: () => Promise<Value>): Promise<Value> {
    const known = kept.get(id);
    if (known?.version === version) return known.value;
    const value = await read();
    if (kept.size >= capacity) kept.clear();
    kept.set(id, { version, value });
    return value;
  };
}
