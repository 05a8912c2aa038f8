import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { buildClient as buildNodeClient } from '@datocms/cma-client-node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { CHROMIUM, openBrowser, visit } from '../admin/open-browser.ts';

type Client = ReturnType<typeof buildNodeClient>;
type SentUpload = Promise<Awaited<ReturnType<Client['uploads']['find']>>> & { cancel(): void };

/** As much of the package as the page uses; the admin's types hold the rest. */
interface BrowserClient {
  buildClient(options: Parameters<typeof buildNodeClient>[0]): {
    uploads: {
      createFromFileOrBlob(body: {
        fileOrBlob: Blob;
        filename: string;
        notes: string;
        onProgress(info: { type: string; payload?: { progress?: number } }): void;
      }): SentUpload;
    };
  };
}

/** What a website of another origin does in a browser with the unmodified client. */
interface Upload {
  baseUrl: string;
  apiToken: string;
  bytes: number;
  /** Changes its mind once so many percent are sent. */
  cancelAt?: number;
}

async function uploadInPage({ baseUrl, apiToken, bytes, cancelAt }: Upload) {
  const { buildClient } = (globalThis as unknown as { dato: BrowserClient }).dato;
  const client = buildClient({ apiToken, baseUrl, autoRetry: false });
  const steps: string[] = [];
  const upload = client.uploads.createFromFileOrBlob({
    fileOrBlob: new Blob(['x'.repeat(bytes)], { type: 'text/plain' }),
    filename: 'from a browser.txt',
    notes: 'Sent by a website',
    onProgress(info) {
      steps.push(info.type);
      const sent = info.payload?.progress ?? 0;
      if (cancelAt !== undefined && sent >= cancelAt) upload.cancel();
    },
  });
  const outcome = await upload.then(
    ({ id, filename, md5, notes }) => ({ id, filename, md5, notes }),
    (error: unknown) => String(error),
  );
  return { steps: [...new Set(steps)], outcome };
}

describe.skipIf(CHROMIUM === undefined)('the client of browsers', { timeout: 60_000 }, () => {
  let server: TestServer;
  let project: TestProject;
  let browser: Browser;
  let website: Server;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    [server, browser, website] = await Promise.all([startTestServer(), openBrowser(), startWebsite()]);
    project = await server.createProject();
    ({ page, problems } = await visit(browser));
    await page.goto(originOf(website));
    await page.waitForFunction('window.dato');
  });
  afterAll(async () => {
    await browser.close();
    website.close();
    await server.close();
  });

  const uploading = (more: Pick<Upload, 'bytes' | 'cancelAt'>) => ({
    baseUrl: server.cmaUrl,
    apiToken: project.fullAccessToken,
    ...more,
  });

  it('sends a file from a page of another origin and says how far it is', async () => {
    const { steps, outcome } = await page.evaluate(uploadInPage, uploading({ bytes: 5_000_000 }));
    expect(steps).toEqual(['REQUESTING_UPLOAD_URL', 'UPLOADING_FILE', 'CREATING_UPLOAD_OBJECT']);
    const [upload] = await project.client.uploads.list();
    const { id, filename, md5, notes, size } = upload ?? {};
    expect(outcome).toEqual({ id, filename, md5, notes });
    expect({ filename, notes, size }).toEqual({
      filename: 'from-a-browser.txt',
      notes: 'Sent by a website',
      size: 5_000_000,
    });
    expect(problems).toEqual([]);
  });

  it('breaks off, and nothing is left of it', async () => {
    const broken = await page.evaluate(uploadInPage, uploading({ bytes: 60_000_000, cancelAt: 1 }));
    expect(broken).toMatchObject({ outcome: expect.stringContaining('cancel') });
    expect(broken.steps).not.toContain('CREATING_UPLOAD_OBJECT');
    expect(await project.client.uploads.list({ filter: { fields: { size: { gt: '5000000' } } } })).toEqual(
      [],
    );
  });
});

/** Whole, as browsers load it. */
const MODULES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
const CLIENT = join(MODULES, '@datocms/cma-client-browser/dist/browser/index.js');
const PAGE = '<script type="module">import * as dato from "/client.js"; window.dato = dato</script>';

/** One page, and the client as it is published. */
async function startWebsite(): Promise<Server> {
  const client = await readFile(CLIENT);
  const website = createServer((request, response) => {
    const [type, body] = request.url === '/client.js' ? ['text/javascript', client] : ['text/html', PAGE];
    response.setHeader('content-type', type).end(body);
  });
  await new Promise<void>((listening) => website.listen(0, '127.0.0.1', listening));
  return website;
}

function originOf(website: Server): string {
  return `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
}
