import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from '@recto/content/refusal';

/** What a request's headers and path ask for. */
export interface DeliveryOptions {
  token: string;
  /** Null: the primary environment. */
  environment: string | null;
  includeDrafts: boolean;
  excludeInvalid: boolean;
  baseEditingUrl: string | null;
  /** Whether texts carry where they are edited. */
  contentLink: boolean;
}

/** The parts of the older paths: `/environments/{name}`, `/preview`, or both. */
export interface PathOptions {
  environment: string | null;
  isPreview: boolean;
}

const VISUAL_EDITING = ['v1', 'vercel-v1'];

export function readOptions(headers: IncomingHttpHeaders, path: PathOptions): DeliveryOptions {
  const includeDrafts = readFlag(
    headers['x-include-drafts'],
    'INVALID_X_INCLUDE_DRAFTS_HEADER',
    'X-Include-Drafts',
  );
  const excludeInvalid = readFlag(
    headers['x-exclude-invalid'],
    'INVALID_X_EXCLUDE_INVALID_HEADER',
    'X-Exclude-Invalid',
  );
  return {
    token: readToken(headers),
    environment: readEnvironment(headers['x-environment']) ?? path.environment,
    includeDrafts: includeDrafts || path.isPreview,
    excludeInvalid,
    baseEditingUrl: readBaseEditingUrl(headers),
    contentLink: headers['x-visual-editing'] !== undefined,
  };
}

/** With or without `Bearer`: the documented curl calls leave it out. */
function readToken({ authorization }: IncomingHttpHeaders): string {
  const token = /^(?:Bearer +)?([\x21-\x7e]{1,500})$/i.exec(authorization?.trim() ?? '')?.[1];
  if (!token) throw refusal('INVALID_AUTHORIZATION_HEADER');
  return token;
}

function readFlag(
  value: string | string[] | undefined,
  code: 'INVALID_X_INCLUDE_DRAFTS_HEADER' | 'INVALID_X_EXCLUDE_INVALID_HEADER',
  name: string,
): boolean {
  if (value === undefined) return false;
  if (value !== 'true') throw refusal(code, { message: `${name} header can only be set to \`true\`` });
  return true;
}

/** Header values are bytes; only printable ones name an environment. */
function readEnvironment(name: string | string[] | undefined): string | null {
  if (name === undefined || name === '') return null;
  if (typeof name !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(name)) throw refusal('INVALID_ENVIRONMENT');
  return name;
}

function readBaseEditingUrl(headers: IncomingHttpHeaders): string | null {
  const editing = headers['x-visual-editing'];
  const url = headers['x-base-editing-url'];
  if (editing !== undefined && !VISUAL_EDITING.includes(String(editing))) {
    throw refusal('INVALID_X_VISUAL_EDITING_HEADER');
  }
  if (url === undefined || url === '') {
    if (editing !== undefined) throw refusal('INVALID_X_BASE_EDITING_URL_HEADER');
    return null;
  }
  if (typeof url !== 'string' || url.length > 1_000 || !isWebUrl(url)) {
    throw refusal('INVALID_X_BASE_EDITING_URL_HEADER');
  }
  // In ASCII: what texts carry is decoded byte by byte.
  return new URL(url).href.replace(/\/+$/, '');
}

/** A page puts it into links: nothing that runs as script. */
function isWebUrl(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
