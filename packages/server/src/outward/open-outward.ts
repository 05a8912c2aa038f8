import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';

const MOST_REDIRECTS = 3;

/** The address could not be read from, or may not be. */
export class UnreadableUrl extends Error {
  override readonly name = 'UnreadableUrl';
}

/**
 * Opens an address that a caller named. What only this machine or its network can reach stays closed to callers: the
 * address behind a name is judged where it is connected to, so that no name can change its mind in between.
 */
export async function openOutward(
  url: string,
  { timeoutMs, isAllowed = isOutward }: { timeoutMs: number; isAllowed?: (address: string) => boolean },
): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(timeoutMs);
  let current = readUrl(url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await open(current, isAllowed, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 200 && statusCode < 300) return answer;
    answer.destroy();
    if (statusCode < 300 || statusCode >= 400 || !headers.location) break;
    current = readUrl(headers.location, current);
  }
  throw new UnreadableUrl(`${url} cannot be read.`);
}

function readUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UnreadableUrl(`${text} is no address of the web.`);
}

function open(
  url: URL,
  isAllowed: (address: string) => boolean,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address that stands in the URL is not looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) throw new UnreadableUrl(`${host} is not outside.`);
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  return new Promise((resolve, reject) => {
    const request = get(url, { signal, agent: false, lookup: lookupOnly(isAllowed) }, resolve);
    request.on('error', (cause) => reject(new UnreadableUrl(`${url} cannot be read.`, { cause })));
  });
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

function lookupOnly(isAllowed: (address: string) => boolean) {
  return (host: string, options: LookupOptions, found: Found): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return found(error ?? new UnreadableUrl(`${host} is unknown.`), []);
      if (!addresses.every(({ address }) => isAllowed(address))) {
        return found(new UnreadableUrl(`${host} is not outside.`), []);
      }
      return options.all ? found(null, addresses) : found(null, first.address, first.family);
    });
  };
}

export function isOutward(address: string): boolean {
  return isIP(address) === 6 ? !INWARD_V6.check(address, 'ipv6') : !INWARD_V4.check(address, 'ipv4');
}

/** This machine, its networks, and everything that is no single machine of the internet. IPv6 addresses that carry one
 *  of IPv4 are refused whole; they have a list of their own, because the net of those addresses holds every one of IPv4, too. https://www.iana.org/assignments/iana-ipv4-special-registry */
const INWARD_V4 = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  INWARD_V4.addSubnet(net, prefix, 'ipv4');
}
const INWARD_V6 = new BlockList();
for (const [net, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  INWARD_V6.addSubnet(net, prefix, 'ipv6');
}
