import { isJsonObject } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { readRegistrySettings } from './registry-settings.ts';

/** Official plugins with a film for the marketplace stay below 10 MB. */
const LARGEST_PACKAGE_BYTES = 20 * 1024 * 1024;
/** What a registry says about all versions of a package: 500 versions take half a megabyte. */
const LARGEST_OVERVIEW_BYTES = 5 * 1024 * 1024;
/** For each of the two questions: the caller is sent away after 25 seconds. */
const PATIENCE_MS = 8_000;

/** One version of a package, as the registry knows it. */
export interface PublishedVersion {
  name: string;
  version: string;
  tarball: string;
  /** Of the tarball, in the form of https://www.w3.org/TR/SRI/. */
  integrity: string;
}

/** What was asked for is not there, or is not what it should be. The reason is for the caller. */
export class PackageProblem extends Error {
  override readonly name = 'PackageProblem';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** Answers the version that carries the tag `latest`, or the one that was named; undefined when there is none. */
export async function findPublished(
  name: string,
  version: string | null,
): Promise<PublishedVersion | undefined> {
  const path = `/${name.replace('/', '%2f')}`;
  // The short form: without the readme and the development dependencies of each version.
  const headers = { accept: 'application/vnd.npm.install-v1+json, application/json; q=0.8' };
  const question = { headers, limit: LARGEST_OVERVIEW_BYTES };
  const { 'dist-tags': tags, versions = {} } = await ask(name, path, question, readOverview);
  const wanted = version ?? tags?.latest;
  const dist = wanted !== undefined && Object.hasOwn(versions, wanted) ? versions[wanted]?.dist : undefined;
  if (wanted === undefined || dist === undefined) return undefined;
  return { name, version: wanted, tarball: dist.tarball, integrity: integrityOf(dist) };
}

/** The bytes that were published: what differs from the digest of the registry is refused. */
export function downloadTarball({ name, tarball, integrity }: PublishedVersion): Promise<Buffer> {
  return ask(name, tarball, { integrity, limit: LARGEST_PACKAGE_BYTES }, (body) => body);
}

interface Overview {
  'dist-tags'?: { latest?: string };
  versions?: Record<string, { dist?: { tarball: string; integrity?: string; shasum?: string } }>;
}

function readOverview(body: Buffer): Overview {
  const overview: unknown = JSON.parse(body.toString('utf8'));
  if (!isJsonObject(overview)) throw new SyntaxError('no object');
  return overview;
}

/** Packages of before 2017 have the older digest only. */
function integrityOf({ integrity, shasum }: { integrity?: string; shasum?: string }): string {
  if (integrity) return integrity;
  if (!shasum) throw new PackageProblem('integrity_missing');
  return `sha1-${Buffer.from(shasum, 'hex').toString('base64')}`;
}

interface Question {
  limit: number;
  headers?: Record<string, string>;
  integrity?: string;
}

async function ask<Answer>(
  name: string,
  place: string,
  { limit, ...rest }: Question,
  read: (body: Buffer) => Answer,
): Promise<Answer> {
  // Loaded by the first installation: it takes a tenth of the program's start.
  const { default: fetchFromRegistry } = await import('npm-registry-fetch');
  const settings = await readRegistrySettings();
  const registry = fetchFromRegistry.pickRegistry(name, settings);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const address = ownAddress(place, registry);
    const answer = await fetchFromRegistry(address, { ...settings, ...rest, spec: name, signal });
    return read(await readWithin(limit, answer.body));
  } catch (error) {
    throw translateFailure(error, registry);
  }
}

/** A mirror may repeat the addresses of the public registry; npm asks the mirror then, and so do we. */
function ownAddress(place: string, registry: string): string {
  const url = URL.canParse(place) ? new URL(place) : undefined;
  if (url?.host !== 'registry.npmjs.org' || !URL.canParse(registry)) return place;
  return `${registry.replace(/\/$/, '')}${url.pathname}`;
}

async function readWithin(limit: number, body: unknown): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A stream of npm's own kind.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new PackageProblem('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Errors of the client → ours. The address is told without credentials. */
function translateFailure(error: unknown, registry: string): Error {
  if (error instanceof PackageProblem) return error;
  const { code = 'UNKNOWN', statusCode } = error as { code?: string; statusCode?: number };
  if (statusCode === 404) return new PackageProblem('not_found');
  if (code === 'EINTEGRITY') return new PackageProblem('integrity_mismatch');
  return refusal('PACKAGE_REGISTRY_UNAVAILABLE', {
    reason: reasonOf(error, statusCode),
    registry: URL.canParse(registry) ? new URL(registry).origin : 'no address',
    cause: code,
  });
}

function reasonOf(error: unknown, statusCode: number | undefined): string {
  if (statusCode === 401 || statusCode === 403) return 'not_authorized';
  // A page to sign in at, as networks of hotels and companies answer with.
  return error instanceof SyntaxError ? 'not_a_registry' : 'unreachable';
}
