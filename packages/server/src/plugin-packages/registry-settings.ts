import type { Options } from 'npm-registry-fetch';

/**
 * What npm itself would do on this machine: registries, those of scopes, tokens, proxies and certificates, from
 * `npm_config_…` variables and the `.npmrc` files of the project, the user and the machine. Read anew for each
 * installation, so that a token can be replaced without a restart.
 */
export async function readRegistrySettings(): Promise<Options> {
  const { default: Config } = await import('@npmcli/config');
  const { default: npm } = await import('@npmcli/config/lib/definitions/index.js');
  const cwd = process.cwd();
  // A copy of the variables: npm adds what it found to them. It tells nobody about unknown settings.
  const options = { ...npm, npmPath: cwd, argv: [], env: { ...process.env }, cwd, warn: false };
  const config = new Config(options);
  await config.load();
  return { ...config.flat, ...OWN_SETTINGS };
}

/** The caller waits for 25 seconds at most, so npm's patience is cut. Nothing is kept on the disk of the machine. */
const OWN_SETTINGS = {
  timeout: 6_000,
  retry: { retries: 1, factor: 1, minTimeout: 300, maxTimeout: 300 },
  cache: undefined,
  userAgent: 'Recto',
} satisfies Record<string, unknown>;
