import { startProgress } from './progress.mjs';

/** Does `work` for every entry, `width` at a time, with a progress bar; collects failures instead of stopping. */
export async function inParallel(title, entries, work, { width = 6, label = (entry) => entry.path } = {}) {
  const progress = startProgress(title, entries.length);
  const failures = [];
  const queue = entries.values();
  const worker = async () => {
    for (const entry of queue) {
      try {
        await work(entry);
      } catch (error) {
        failures.push({ entry: label(entry), message: describe(error) });
      }
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  progress.end();
  return failures;
}

function describe(error) {
  const reasons = error.errors?.map(
    ({ attributes }) => `${attributes.code} ${JSON.stringify(attributes.details)}`,
  );
  return reasons?.length ? reasons.join('; ') : error.message;
}
