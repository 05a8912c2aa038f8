import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that says something when it is ready, and answers each message with one. */
export async function startChild(file, env = {}) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  // Request logs are written as in production, but to nowhere.
  const child = fork(path, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = [];
  child.on('message', (message) => waiting.shift()?.resolve(message));
  child.on('exit', (code) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`${file} ended with ${code}`));
  });
  const answer = () => new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  const ready = await answer();
  return {
    ...ready,
    ask(message) {
      const answered = answer();
      child.send(message);
      return answered;
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send('close');
      await ended;
    },
  };
}
