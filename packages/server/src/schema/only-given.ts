/** Drops the keys that stand for "not sent". */
export function onlyGiven<Change extends object>(
  change: {
    [Key in keyof Change]: Change[Key] | undefined;
  },
): Change {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Change;
}
