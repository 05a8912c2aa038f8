import { posix } from 'node:path';
import { idFor } from './page-id.mjs';

/**
 * Answers which page an `href` of a page means, or nothing when it leads outside of the folder.
 * `bases` are the prefixes under which the same files are published (`/docs`, `https://example.com/docs`).
 */
export function linkTargets(pages, bases) {
  const known = new Set(pages.map((page) => page.path));
  return function targetOf(href, page) {
    const path = candidates(href, page, bases).find((candidate) => known.has(candidate));
    return path === undefined ? undefined : idFor('page', path);
  };
}

function candidates(href, page, bases) {
  const [address] = href.split(/[?#]/);
  if (!address) return [];
  const base = bases.find((prefix) => address.startsWith(`${prefix}/`));
  if (base !== undefined) return spellings(address.slice(base.length + 1));
  if (/^[a-z]+:/i.test(address)) return [];
  if (address.startsWith('/')) return spellings(address.slice(1));
  return spellings(posix.normalize(posix.join(page.sectionPath, address)));
}

function spellings(path) {
  const plain = decodeURI(path)
    .replace(/\/$/, '')
    .replace(/\.(md|markdown|html)$/i, '');
  return [plain, `${plain}/index`, `${plain}/README`];
}
