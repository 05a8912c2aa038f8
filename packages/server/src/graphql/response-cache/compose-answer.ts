import type { Delivery } from '../open-delivery.ts';
import type { Operations } from '../read-operations.ts';
import { type OperationRun, type RunOptions, runOperation } from '../run-operation.ts';
import type { KeptAnswer } from './kept-answers.ts';

interface ComposedAnswer extends Omit<KeptAnswer, 'since' | 'until' | 'wasAsked'> {
  /** Whether every operation answered with data. What went wrong once may go well the next time. */
  isSuccess: boolean;
  /** Whether the models became others meanwhile: nobody is to see it. */
  isTorn: boolean;
}

/** Runs what was asked for, and makes the bytes and headers of the answer. */
export async function composeAnswer(
  delivery: Delivery,
  { list, isBatch }: Operations,
  options: RunOptions,
): Promise<ComposedAnswer> {
  const runs = await Promise.all(list.map((operation) => runOperation(delivery, operation, options)));
  const answers = runs.map(({ answer }) => answer);
  const tags =
    runs.length === 1 ? (runs[0]?.tags ?? []) : [...new Set(runs.flatMap((run) => run.tags))].sort();
  return {
    body: Buffer.from(JSON.stringify(isBatch ? answers : answers[0])).toString('latin1'),
    tags,
    tagHeader: tags.join(' '),
    complexity: complexityOf(runs),
    environment: delivery.environment,
    isSuccess: answers.every((answer) => 'data' in answer),
    isTorn: runs.some((run) => run.isTorn),
  };
}

/** Of a batch, the sum. A query that cannot be read has no complexity. */
function complexityOf(runs: readonly OperationRun[]): string | null {
  const known = runs.flatMap(({ complexity }) => complexity ?? []);
  return known.length > 0 ? String(known.reduce((total, complexity) => total + complexity, 0)) : null;
}
