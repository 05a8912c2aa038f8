#!/usr/bin/env node
import { schemaCompare } from './schema-compare/schema-compare.ts';

/** One file a command; each takes what follows its name and answers the status to leave with. */
const commands: Readonly<Record<string, (parameters: string[]) => Promise<number>>> = {
  'schema:compare': schemaCompare,
};

const [name = '', ...parameters] = process.argv.slice(2);
const command = commands[name];
if (command) {
  process.exitCode = await command(parameters);
} else {
  console.error(`Usage: recto <command>\n\nCommands: ${Object.keys(commands).join(', ')}`);
  process.exitCode = 1;
}
