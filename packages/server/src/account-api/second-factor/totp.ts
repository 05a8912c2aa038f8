import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

/** 160 random bits in base32, as authenticator apps take them. */
export function newOtpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What authenticator apps read from a QR code. */
export function provisioningUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The time step that a code belongs to, null when it belongs to none. A clock may be wrong by half a minute. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Recto', label, secret, period: STEP_SECONDS, digits: 6 });
}
