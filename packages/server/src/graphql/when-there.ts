/** Something that is there, or will be: what was read before need not wait for a turn of the event loop. */
export type Maybe<Value> = Value | Promise<Value>;

/** Goes on with a value as soon as it is there: at once, if it is. */
export function whenThere<Value, Result>(
  value: Maybe<Value>,
  use: (value: Value) => Result,
): Result | Promise<Awaited<Result>> {
  return value instanceof Promise ? (value.then(use) as Promise<Awaited<Result>>) : use(value);
}

/** All of them together, at once if all are there. */
export function whenAllThere<Value>(values: readonly Maybe<Value>[]): Maybe<Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]); // none waits
}
