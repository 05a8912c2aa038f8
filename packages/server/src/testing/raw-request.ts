export interface RawRequest {
  method?: string;
  token?: string;
  /** Undefined leaves out one of those that every request must carry. */
  headers?: Record<string, string | undefined>;
  body?: string | Buffer;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Of a refusal, in order. */
  codes: string[];
  /** `details` of the first reason of a refusal. */
  details: Record<string, unknown>;
}

/** Sends what no official client would send. */
export async function sendRaw(url: string, request: RawRequest = {}): Promise<RawAnswer> {
  const headers: Record<string, string | undefined> = {
    accept: 'application/json',
    'x-api-version': '3',
    'content-type': 'application/json',
    authorization: request.token === undefined ? undefined : `Bearer ${request.token}`,
    ...request.headers,
  };
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const body = request.body === undefined ? {} : { body: new Uint8Array(Buffer.from(request.body)) };
  const answer = await fetch(url, { method: request.method ?? 'GET', headers: sent, ...body });
  const text = await answer.text();
  const errors = readErrors(text);
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    codes: errors.map(({ code }) => code),
    details: errors[0]?.details ?? {},
  };
}

interface ApiError {
  code: string;
  details: Record<string, unknown>;
}

function readErrors(text: string): ApiError[] {
  if (!text.includes('"api_error"')) return [];
  const { data }: { data: { attributes: ApiError }[] } = JSON.parse(text);
  return data.map(({ attributes }) => attributes);
}
