/** What the operator decided, read once from the environment variables at start. */
export interface Settings {
  host: string | undefined;
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  /** 32 bytes; encrypts stored secrets and signs URLs. */
  secret: Buffer;
  publicUrl: string;
  pluginsUrl: string;
  ownerEmail: string | undefined;
  ownerPassword: string | undefined;
  /** `null`: off. */
  rateLimit: { requests: number; seconds: number } | null;
  trustProxy: boolean;
  role: 'all' | 'web' | 'worker';
}
