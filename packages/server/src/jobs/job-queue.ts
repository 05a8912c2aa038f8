import type { Db } from '#db/database.ts';

/** Work that is done later. Sent inside the transaction of the change that needs it: both happen or neither. */
export interface JobQueue {
  send(db: Db, name: string, data: object): Promise<void>;
  work(name: string, handle: (data: object) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}
