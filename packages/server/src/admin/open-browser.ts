import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where a browser is on this machine, if there is one. `npm test` installs it or says what is missing. */
export const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path));

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Visit {
  page: Page;
  /** Errors of scripts and of the content security policy. */
  problems: string[];
}

/** A person at a fresh browser, perhaps signed in already. */
export async function visit(
  browser: Browser,
  { session, ...options }: BrowserContextOptions & { session?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) problems.push(message.text());
  });
  const script = `localStorage.setItem('recto.session', JSON.stringify({ token: ${JSON.stringify(session)} }))`;
  if (session !== undefined)
    await page.addInitScript({ content: `if (!sessionStorage.seen) ${script}; sessionStorage.seen = 1` });
  return { page, problems };
}
