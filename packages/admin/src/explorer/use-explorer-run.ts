import { useRef, useState } from 'react';
import { announceToListeners } from '#frame/announcements.ts';
import { describeError } from '#server/api-error.ts';
import { askDelivery, type DeliveryAnswer } from '#server/delivery.ts';
import { words } from '#words/words.ts';

export interface ExplorerAccess {
  token: string;
  environment: string | undefined;
  includeDrafts: boolean;
}

export interface ExplorerRun {
  isRunning: boolean;
  answer: DeliveryAnswer | null;
  /** Why there is no answer. */
  failure: string | null;
  start(query: string, variables: string): Promise<void>;
}

/** Runs a query; a second run takes the place of one that has not answered yet. */
export function useExplorerRun(access: ExplorerAccess): ExplorerRun {
  const [isRunning, setIsRunning] = useState(false);
  const [answer, setAnswer] = useState<DeliveryAnswer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  async function start(query: string, typedVariables: string) {
    running.current?.abort();
    const variables = readVariables(typedVariables);
    if (variables === null) return setFailure(words.explorer.badVariables);
    const mine = new AbortController();
    running.current = mine;
    setIsRunning(true);
    try {
      const got = await askDelivery({ ...access, query, variables }, mine.signal);
      setAnswer(got);
      setFailure(null);
      announceToListeners(announcementOf(got));
    } catch (error) {
      if (!mine.signal.aborted) setFailure(describeError(error));
    } finally {
      if (running.current === mine) setIsRunning(false);
    }
  }

  return { isRunning, answer, failure, start };
}

function readVariables(typed: string): Record<string, unknown> | null {
  if (typed.trim() === '') return {};
  try {
    const variables: unknown = JSON.parse(typed);
    const isObject = typeof variables === 'object' && variables !== null && !Array.isArray(variables);
    return isObject ? (variables as Record<string, unknown>) : null; // just checked to be an object
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function announcementOf({ text, milliseconds }: DeliveryAnswer): string {
  const errors = text.startsWith('{"errors"') ? (text.match(/"message":/g)?.length ?? 1) : 0;
  return errors > 0 ? words.explorer.failed(errors) : words.explorer.done(milliseconds);
}
