import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from '@recto/content/refusal';

const JSON_TYPES = ['application/json', 'application/vnd.api+json'];
const READING_METHODS = ['GET', 'HEAD'];
const API_VERSIONS = ['1', '2', '3'];

/** What the documented headers of the Content Management API must say. */
export function checkHeaders(method: string, headers: IncomingHttpHeaders): void {
  if (!mediaTypesOf(headers.accept).some(isJsonType)) throw refusal('INVALID_ACCEPT_HEADER', {});
  if (!API_VERSIONS.includes(String(headers['x-api-version']))) throw refusal('INVALID_API_VERSION', {});
  if (!READING_METHODS.includes(method) && headers['x-abort-if-destructive-request'] !== undefined) {
    throw refusal('DESTRUCTIVE_REQUEST_BLOCKED', {});
  }
}

/** A body must say that it is JSON; without one, any type will do (clients send it with every request). */
export function checkContentType(headers: IncomingHttpHeaders, body: Buffer): void {
  if (body.length > 0 && !mediaTypesOf(headers['content-type']).some(isJsonType)) {
    throw refusal('INVALID_CONTENT_TYPE_HEADER', {});
  }
}

/** The token of `Authorization: Bearer …`. */
export function bearerToken(headers: IncomingHttpHeaders): string {
  const token = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(headers.authorization ?? '')?.[1];
  if (!token) throw refusal('INVALID_AUTHORIZATION_HEADER', {});
  return token;
}

function mediaTypesOf(header: string | undefined): string[] {
  return (header ?? '').split(',').map((range) => (range.split(';')[0] ?? '').trim().toLowerCase());
}

function isJsonType(type: string): boolean {
  return JSON_TYPES.includes(type);
}
