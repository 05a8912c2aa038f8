import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';

/** What the operator decided, read once from the environment variables at start. */
export interface Settings {
  /** Undefined: loopback. */
  host: string | undefined;
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  /** 32 bytes; encrypts stored secrets and signs URLs. */
  secret: Buffer;
  publicUrl: string;
  /** The origin that the URLs of files begin with, and that files are sent to. */
  assetsUrl: string;
  /** With a domain, each API also answers on a host of its own below it. */
  hostsDomain: string | undefined;
  /** The origin that serves files of plugins and nothing else. The public URL: there is none. */
  pluginsUrl: string;
  ownerEmail: string | undefined;
  ownerPassword: string | undefined;
  /** The address of whoever lost their second factor and the codes for it. */
  resetSecondFactorOf: string | undefined;
  /** Of the APIs that people and tools write through, all at once. `null`: off. */
  rateLimits: RateLimit[] | null;
  /** Of the API that websites read. */
  deliveryRateLimits: RateLimit[] | null;
  /** Memory for answers of that API that are kept; `null`: none are. */
  responseCacheBytes: number | null;
  /** What a query may cost, in the points of the delivery API. */
  maxComplexity: number;
  /** What a record may weigh, blocks included. */
  maxRecordBytes: number;
  trustProxy: boolean;
  /** How long a version is kept after it was made; `null`: for ever. */
  versionRetentionDays: number | null;
  role: 'all' | 'web' | 'worker';
}

export interface RateLimit {
  requests: number;
  seconds: number;
}

/** Two things are settled later: the key, which may lie in the data folder, and a free port for `PORT=0`. */
export type ReadSettings = Omit<Settings, 'secret'> & { secret: Buffer | undefined };

type Variables = Readonly<Record<string, string | undefined>>;

/** Thrown with everything that is wrong at once, in sentences for the operator. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Environment variables → settings. An empty variable counts as absent. */
export function readSettings(variables: Variables): ReadSettings {
  const problems: string[] = [];
  const reader = new Reader(variables, problems);
  const port = reader.port();
  const publicUrl = reader.origin('RECTO_PUBLIC_URL');
  const hostsDomain = reader.domain('RECTO_HOSTS_DOMAIN');
  const mainUrl = publicUrl ?? `http://localhost:${port}`;
  const settings: ReadSettings = {
    host: reader.text('HOST'),
    port,
    dataDir: resolve(reader.text('RECTO_DATA_DIR') ?? 'data'),
    databaseUrl: reader.databaseUrl(),
    secret: reader.secret(),
    publicUrl: mainUrl,
    assetsUrl: reader.origin('RECTO_ASSETS_URL') ?? hostUrl('assets', hostsDomain, mainUrl),
    hostsDomain,
    pluginsUrl: reader.origin('RECTO_PLUGINS_URL') ?? defaultPluginsUrl({ hostsDomain, publicUrl, port }),
    ownerEmail: reader.text('RECTO_OWNER_EMAIL'),
    ownerPassword: reader.text('RECTO_OWNER_PASSWORD'),
    resetSecondFactorOf: reader.text('RECTO_RESET_2FA'),
    rateLimits: reader.rateLimits('RECTO_RATE_LIMIT', '60/3s'),
    deliveryRateLimits: reader.rateLimits('RECTO_DELIVERY_RATE_LIMIT', deliveryLimits(variables)),
    responseCacheBytes: reader.megabytes('RECTO_RESPONSE_CACHE', '64mb'),
    maxComplexity: reader.count('RECTO_MAX_COMPLEXITY', DEFAULT_MAX_COMPLEXITY),
    maxRecordBytes: reader.count('RECTO_MAX_RECORD_BYTES', DEFAULT_MAX_RECORD_BYTES),
    trustProxy: reader.flag('RECTO_TRUST_PROXY'),
    versionRetentionDays: reader.days('RECTO_VERSION_RETENTION_DAYS'),
    role: reader.role(),
  };
  checkTogether(settings, problems);
  reader.refuseUnavailable();
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  return settings;
}

/** Both names of this machine are origins of their own to a browser. */
function defaultPluginsUrl({
  hostsDomain,
  publicUrl,
  port,
}: {
  hostsDomain: string | undefined;
  publicUrl: string | undefined;
  port: number;
}): string {
  const mainUrl = publicUrl ?? `http://localhost:${port}`;
  if (hostsDomain !== undefined) return hostUrl('plugins', hostsDomain, mainUrl);
  return publicUrl ?? `http://127.0.0.1:${port}`;
}

function checkTogether(settings: ReadSettings, problems: string[]): void {
  const { databaseUrl, secret, role, ownerEmail, ownerPassword, pluginsUrl, assetsUrl, publicUrl } = settings;
  if (pluginsUrl === assetsUrl && pluginsUrl !== publicUrl) {
    problems.push('RECTO_PLUGINS_URL serves plugins only, so RECTO_ASSETS_URL must be another origin.');
  }
  if (databaseUrl && !secret) {
    problems.push('RECTO_SECRET is required with DATABASE_URL: every process must know the same secret.');
  }
  if (role !== 'all' && !databaseUrl) {
    problems.push(`RECTO_ROLE=${role} needs DATABASE_URL: the embedded database belongs to one process.`);
  }
  if ((ownerEmail === undefined) !== (ownerPassword === undefined)) {
    problems.push('RECTO_OWNER_EMAIL and RECTO_OWNER_PASSWORD go together.');
  }
}

/** Settings that the documentation of a later version names: silence would look like success. */
const UNAVAILABLE = ['RECTO_STORAGE_URL', 'RECTO_MAIL_URL'];
const SHORTEST_SECRET = 32;
const DEFAULT_MAX_COMPLEXITY = 10_000_000;
const DEFAULT_MAX_RECORD_BYTES = 300 * 1024;
const ROLES = ['all', 'web', 'worker'] as const;

/** Who switches the limit off means all of it. */
function deliveryLimits({ RECTO_RATE_LIMIT: limit }: Variables): string {
  return limit === 'off' ? 'off' : '40/1s,1000/60s';
}

/** Hosts of their own are reached as the public URL is: by its protocol, at its port. */
function hostUrl(name: string, domain: string | undefined, publicUrl: string): string {
  if (domain === undefined) return publicUrl;
  const { protocol, port } = new URL(publicUrl);
  return `${protocol}//${name}.${domain}${port && `:${port}`}`;
}

class Reader {
  readonly #variables: Variables;
  readonly #problems: string[];

  constructor(variables: Variables, problems: string[]) {
    this.#variables = variables;
    this.#problems = problems;
  }

  text(name: string): string | undefined {
    return this.#variables[name] || undefined;
  }

  port(): number {
    const text = this.text('PORT') ?? '4400';
    const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (port <= 65_535) return port;
    return this.#refuse(`PORT is "${text}", not a number from 0 to 65535.`, 0);
  }

  origin(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isOrigin =
      url && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}` === '/';
    if (isOrigin) return url.origin;
    return this.#refuse(`${name} is "${text}", not an origin such as https://cms.example.com.`, undefined);
  }

  domain(name: string): string | undefined {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined || /^(?=.{1,200}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/.test(text)) return text;
    return this.#refuse(`${name} is "${text}", not a domain such as cms.example.com.`, undefined);
  }

  databaseUrl(): string | undefined {
    const text = this.text('DATABASE_URL');
    if (text === undefined || /^postgres(ql)?:\/\//.test(text)) return text;
    return this.#refuse('DATABASE_URL does not begin with postgres://.', undefined);
  }

  /** Any long text; its digest is the key. */
  secret(): Buffer | undefined {
    const text = this.text('RECTO_SECRET');
    if (text === undefined) return undefined;
    if (text.length >= SHORTEST_SECRET) return createHmac('sha256', 'recto secret').update(text).digest();
    return this.#refuse(`RECTO_SECRET is shorter than ${SHORTEST_SECRET} characters.`, undefined);
  }

  rateLimits(name: string, byDefault: string): RateLimit[] | null {
    const text = this.text(name) ?? byDefault;
    if (text === 'off') return null;
    const limits = text.split(',').map((part) => /^([1-9]\d{0,6})\/([1-9]\d{0,4})s$/.exec(part.trim()));
    if (limits.every((limit) => limit !== null)) {
      return limits.map(([, requests, seconds]) => ({
        requests: Number(requests),
        seconds: Number(seconds),
      }));
    }
    return this.#refuse(`${name} is "${text}", neither like ${byDefault} nor off.`, null);
  }

  count(name: string, byDefault: number): number {
    const text = this.text(name) ?? String(byDefault);
    if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
    return this.#refuse(`${name} is "${text}", not a positive whole number.`, byDefault);
  }

  megabytes(name: string, byDefault: string): number | null {
    const text = this.text(name) ?? byDefault;
    if (text === 'off') return null;
    if (/^[1-9]\d{0,4}mb$/i.test(text)) return Number.parseInt(text, 10) * 1024 * 1024;
    return this.#refuse(`${name} is "${text}", neither like ${byDefault} nor off.`, null);
  }

  days(name: string): number | null {
    const text = this.text(name) ?? 'unlimited';
    if (text === 'unlimited') return null;
    if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
    return this.#refuse(`${name} is "${text}", neither a number of days nor unlimited.`, null);
  }

  flag(name: string): boolean {
    const text = this.text(name) ?? 'false';
    if (['true', '1', 'false', '0'].includes(text)) return text === 'true' || text === '1';
    return this.#refuse(`${name} is "${text}", neither true nor false.`, false);
  }

  role(): Settings['role'] {
    const text = this.text('RECTO_ROLE') ?? 'all';
    const role = ROLES.find((known) => known === text);
    return role ?? this.#refuse(`RECTO_ROLE is "${text}", not one of ${ROLES.join(', ')}.`, 'all');
  }

  refuseUnavailable(): void {
    for (const name of UNAVAILABLE) {
      if (this.text(name) !== undefined) this.#refuse(`${name} is not available in this version.`, undefined);
    }
  }

  #refuse<Value>(problem: string, value: Value): Value {
    this.#problems.push(problem);
    return value;
  }
}
