import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('the settings', () => {
  it('need nothing', () => {
    expect(readSettings({})).toMatchObject({
      host: undefined,
      port: 4400,
      databaseUrl: undefined,
      secret: undefined,
      publicUrl: 'http://localhost:4400',
      pluginsUrl: 'http://127.0.0.1:4400',
      rateLimits: [{ requests: 60, seconds: 3 }],
      deliveryRateLimits: [
        { requests: 40, seconds: 1 },
        { requests: 1000, seconds: 60 },
      ],
      trustProxy: false,
      versionRetentionDays: null,
      role: 'all',
    });
  });

  it('make every public origin from what is set', () => {
    const settings = readSettings({ RECTO_PUBLIC_URL: 'https://cms.example.com/', PORT: '80' });
    expect(settings).toMatchObject({
      publicUrl: 'https://cms.example.com',
      pluginsUrl: 'https://cms.example.com',
    });
  });

  it('give files a host of their own, below the domain or elsewhere', () => {
    const hosts = { RECTO_PUBLIC_URL: 'https://cms.example.com:8443', RECTO_HOSTS_DOMAIN: 'cms.example.com' };
    expect(readSettings(hosts)).toMatchObject({
      hostsDomain: 'cms.example.com',
      assetsUrl: 'https://assets.cms.example.com:8443',
    });
    const own = { RECTO_ASSETS_URL: 'https://files.example.com' };
    expect(readSettings({ ...hosts, ...own }).assetsUrl).toBe('https://files.example.com');
    expect(readSettings({}).assetsUrl).toBe('http://localhost:4400');
  });

  it('give plugins an origin of their own where there is one', () => {
    const hosts = { RECTO_PUBLIC_URL: 'https://cms.example.com', RECTO_HOSTS_DOMAIN: 'cms.example.com' };
    expect(readSettings(hosts).pluginsUrl).toBe('https://plugins.cms.example.com');
    const own = { RECTO_PLUGINS_URL: 'https://plugins.example.com/' };
    expect(readSettings({ ...hosts, ...own }).pluginsUrl).toBe('https://plugins.example.com');
    const shared = { ...own, RECTO_ASSETS_URL: 'https://plugins.example.com' };
    expect(() => readSettings(shared)).toThrow('RECTO_ASSETS_URL must be another origin');
  });

  it('take any long secret and turn it into a key of 32 bytes', () => {
    const { secret } = readSettings({ RECTO_SECRET: 'correct horse battery staple etc.' });
    expect(secret).toHaveLength(32);
    expect(readSettings({ RECTO_SECRET: 'correct horse battery staple etc!' }).secret).not.toEqual(secret);
  });

  it('switch the rate limit off', () => {
    const off = { rateLimits: null, deliveryRateLimits: null };
    expect(readSettings({ RECTO_RATE_LIMIT: 'off' })).toMatchObject(off);
    const one = readSettings({ RECTO_RATE_LIMIT: '10/1s', RECTO_DELIVERY_RATE_LIMIT: 'off' });
    expect(one).toMatchObject({ ...off, rateLimits: [{ requests: 10, seconds: 1 }] });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ RECTO_PUBLIC_URL: 'cms.example.com' }, 'RECTO_PUBLIC_URL'],
    [{ RECTO_PUBLIC_URL: 'https://example.com/cms' }, 'RECTO_PUBLIC_URL'],
    [{ DATABASE_URL: 'mysql://localhost/recto', RECTO_SECRET: 'x'.repeat(32) }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://localhost/recto' }, 'RECTO_SECRET is required'],
    [{ RECTO_SECRET: 'short' }, 'RECTO_SECRET'],
    [{ RECTO_RATE_LIMIT: '60' }, 'RECTO_RATE_LIMIT'],
    [{ RECTO_DELIVERY_RATE_LIMIT: '40/1s,' }, 'RECTO_DELIVERY_RATE_LIMIT'],
    [{ RECTO_MAX_COMPLEXITY: '0' }, 'RECTO_MAX_COMPLEXITY'],
    [{ RECTO_MAX_RECORD_BYTES: 'much' }, 'RECTO_MAX_RECORD_BYTES'],
    [{ RECTO_VERSION_RETENTION_DAYS: '0' }, 'RECTO_VERSION_RETENTION_DAYS'],
    [{ RECTO_TRUST_PROXY: 'perhaps' }, 'RECTO_TRUST_PROXY'],
    [{ RECTO_ROLE: 'web' }, 'needs DATABASE_URL'],
    [{ RECTO_ROLE: 'boss' }, 'RECTO_ROLE'],
    [{ RECTO_OWNER_EMAIL: 'me@example.com' }, 'RECTO_OWNER_PASSWORD'],
    [{ RECTO_HOSTS_DOMAIN: 'https://example.com' }, 'RECTO_HOSTS_DOMAIN'],
    [{ RECTO_ASSETS_URL: 'files.example.com' }, 'RECTO_ASSETS_URL'],
    [{ RECTO_STORAGE_URL: 's3://bucket' }, 'not available'],
  ])('refuse %j', (variables, sentence) => {
    expect(() => readSettings(variables)).toThrow(sentence);
  });

  it('tell everything that is wrong at once', () => {
    expect(() => readSettings({ PORT: 'x', RECTO_ROLE: 'y' })).toThrow(/PORT.*\n.*RECTO_ROLE/);
  });
});
