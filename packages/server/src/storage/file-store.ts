import type { Readable } from 'node:stream';

/** Where uploaded files rest. `path` is `/<site>/<timestamp>-<name>`; an adapter refuses any other shape. */
export interface FileStore {
  /** Streams a file in; refuses with the number of bytes when `maxBytes` is passed, leaving nothing. */
  write(path: string, source: Readable, maxBytes: number): Promise<{ size: number; md5: string }>;
  read(path: string, range?: { start: number; end: number }): Promise<Readable>;
  stat(path: string): Promise<{ size: number; modifiedAt: Date } | undefined>;
  remove(path: string): Promise<void>;
}
