import type { Kysely } from 'kysely';
import { up as foundations } from './migrations/0001-foundations.ts';
import { up as structure } from './migrations/0002-structure.ts';
import { up as people } from './migrations/0003-people.ts';
import { up as environments } from './migrations/0004-environments.ts';
import { up as organizations } from './migrations/0005-organizations.ts';
import { up as itemText } from './migrations/0006-item-text.ts';
import { up as singleSignOn } from './migrations/0007-single-sign-on.ts';
import { up as lanesOfWriters } from './migrations/0008-lanes-of-writers.ts';
import { up as schemaChanges } from './migrations/0009-schema-changes.ts';
import { up as sessionsAndTracks } from './migrations/0010-sessions-and-tracks.ts';
import { up as plugins } from './migrations/0011-plugins.ts';
import { up as agenciesAndUsage } from './migrations/0012-agencies-and-usage.ts';
import { up as changesByTransaction } from './migrations/0013-changes-by-transaction.ts';
import { up as earnedIndexes } from './migrations/0014-earned-indexes.ts';

export interface Migration {
  number: number;
  name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** In order; a number is given once and what it does never changes after a release. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'foundations', up: foundations },
  { number: 2, name: 'structure', up: structure },
  { number: 3, name: 'people', up: people },
  { number: 4, name: 'environments', up: environments },
  { number: 5, name: 'organizations', up: organizations },
  { number: 6, name: 'item-text', up: itemText },
  { number: 7, name: 'single-sign-on', up: singleSignOn },
  { number: 8, name: 'lanes-of-writers', up: lanesOfWriters },
  { number: 9, name: 'schema-changes', up: schemaChanges },
  { number: 10, name: 'sessions-and-tracks', up: sessionsAndTracks },
  { number: 11, name: 'plugins', up: plugins },
  { number: 12, name: 'agencies-and-usage', up: agenciesAndUsage },
  { number: 13, name: 'changes-by-transaction', up: changesByTransaction },
  { number: 14, name: 'earned-indexes', up: earnedIndexes },
];
