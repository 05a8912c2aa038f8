import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The built program: `npm test` builds it first. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Program {
  /** Where it says that it runs. */
  url: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Sends a signal, unless it has ended already, and waits; answers the exit code, null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

type Variables = Readonly<Record<string, string>>;

/** Starts the program as an operator would, on a free port. Fails with its output when it ends by itself. */
export async function startProgram(variables: Variables): Promise<Program> {
  const { child, output } = spawnProgram(variables);
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const [, found] = /Recto is running at (\S+)/.exec(output()) ?? [];
      if (found) resolve(found);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${output()}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = await exit;
    return code as number | null;
  };
  return { url, output, end };
}

/** Runs the program until it ends by itself, because something keeps it from starting. */
export async function runProgram(variables: Variables): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnProgram(variables);
  const [code] = await once(child, 'exit');
  return { code, output: output() };
}

function spawnProgram(variables: Variables): { child: ChildProcess; output: () => string } {
  const env = { PATH: process.env.PATH, PORT: '0', RECTO_RATE_LIMIT: 'off', ...variables };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      text += bytes;
    });
  }
  return { child, output: () => text };
}
