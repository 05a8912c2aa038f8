import pg from 'pg';

/** Two rows wanted the same key. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
  readonly table: string;
  readonly constraint: string;

  constructor(cause: pg.DatabaseError) {
    super(cause.message, { cause });
    this.table = cause.table ?? '';
    this.constraint = cause.constraint ?? '';
  }
}

/** A row points at one that does not exist, or that goes away. */
export class ForeignKeyViolation extends Error {
  override readonly name = 'ForeignKeyViolation';
  readonly table: string;
  readonly constraint: string;

  constructor(cause: pg.DatabaseError) {
    super(cause.message, { cause });
    this.table = cause.table ?? '';
    this.constraint = cause.constraint ?? '';
  }
}

/** The transaction lost against another one and may simply be tried again. */
export class SerializationFailure extends Error {
  override readonly name = 'SerializationFailure';
}

/** Somebody else holds the row, and the statement was not to wait. */
export class RowLocked extends Error {
  override readonly name = 'RowLocked';
}

/** Text that PostgreSQL cannot hold: NUL, or a lone half of a surrogate pair. */
export class UnstorableText extends Error {
  override readonly name = 'UnstorableText';
}

/** A regular expression that is none, or one that could hold up the database. */
export class UnusablePattern extends Error {
  override readonly name = 'UnusablePattern';
}

/** The database is gone, starting, full or overloaded: later, the same request may succeed. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** What the driver threw, in our words. Unknown errors pass unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (!(error instanceof pg.DatabaseError)) return translateConnectionError(error);
  const code = error.code ?? '';
  if (code === '23505') return new UniqueViolation(error);
  if (code === '23503') return new ForeignKeyViolation(error);
  if (code === '40001' || code === '40P01') return new SerializationFailure(error.message, { cause: error });
  if (code === '55P03') return new RowLocked(error.message, { cause: error });
  if (code === '22021' || code === '22P05') return new UnstorableText(error.message, { cause: error });
  if (code === '2201B') return new UnusablePattern(error.message, { cause: error });
  if (UNAVAILABLE_CLASSES.has(code.slice(0, 2)))
    return new DatabaseUnavailable(error.message, { cause: error });
  return error;
}

/** Connection exceptions, insufficient resources, operator intervention. */
const UNAVAILABLE_CLASSES = new Set(['08', '53', '57']);

function translateConnectionError(error: Error & { code?: string }): Error {
  const isLost = CONNECTION_CODES.has(error.code ?? '') || /^Connection terminated/.test(error.message);
  return isLost ? new DatabaseUnavailable(error.message, { cause: error }) : error;
}

const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);
