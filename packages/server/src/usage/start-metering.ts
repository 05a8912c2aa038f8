import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import { forgetDetails, saveUsage } from './save-usage.ts';
import { type MeteredRequest, UsageMeter } from './usage-meter.ts';

/** What a process that dies without a word loses at most. */
export const SAVED_EVERY_MS = 10_000;

/** What projects use: counted in memory, saved now and then. */
export interface Usage {
  add(request: MeteredRequest): void;
  /** What was counted until now. */
  save(): Promise<void>;
}

interface Saving {
  database: Database;
  log: Logger;
  now(): Date;
  /** Null: only when it is asked for. */
  everyMs: number | null;
}

/** `stop` saves what is left. */
export function startMetering(saving: Saving): Usage & { stop(): Promise<void> } {
  const meter = new UsageMeter();
  const clean = cleanOnceADay(saving);
  let running: Promise<void> = Promise.resolve();
  const save = () => {
    running = running.then(() => saveCounted(meter, saving)).then(clean);
    return running;
  };
  const { everyMs } = saving;
  const timer = everyMs === null ? undefined : setInterval(save, everyMs).unref();
  return {
    add: (request) => meter.add(request),
    save,
    stop() {
      clearInterval(timer);
      return save();
    },
  };
}

/** What cannot be saved is kept for the next time. */
async function saveCounted(meter: UsageMeter, { database: { db }, log }: Saving): Promise<void> {
  const counts = meter.take();
  if (counts.length === 0) return;
  try {
    await saveUsage(db, counts);
  } catch (error) {
    meter.putBack(counts);
    log.error(error, 'usage could not be saved');
  }
}

function cleanOnceADay({ database: { db }, log, now }: Saving): () => Promise<void> {
  let cleanedOn = now().toISOString().slice(0, 10);
  return async () => {
    const today = now().toISOString().slice(0, 10);
    if (today === cleanedOn) return;
    cleanedOn = today;
    await forgetDetails(db, now()).catch((error: unknown) => log.error(error, 'old usage was not forgotten'));
  };
}
