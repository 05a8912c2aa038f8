/**
 * Gathers what is asked for within one tick and answers it with one load. A level of a query asks for all its
 * linked records before any of them is there, so that a level costs one statement whatever its width.
 */
export function batchLoads<Ask, Answer>(
  load: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  atMost = Number.POSITIVE_INFINITY,
): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  const dispatch = () => {
    const all = waiting;
    waiting = [];
    for (let start = 0; start < all.length; start += atMost) answer(all.slice(start, start + atMost), load);
  };
  return (ask) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) afterResolvers(dispatch);
      waiting.push({ ask, resolve, reject });
    });
}

interface Waiting<Ask, Answer> {
  ask: Ask;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Resolvers that are already due run as promise jobs; the next tick comes after all of them. */
function afterResolvers(dispatch: () => void): void {
  Promise.resolve().then(() => process.nextTick(dispatch));
}

async function answer<Ask, Answer>(
  batch: readonly Waiting<Ask, Answer>[],
  load: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await load(batch.map(({ ask }) => ask));
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer); // one answer an ask
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
