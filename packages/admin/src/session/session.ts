import { useSyncExternalStore } from 'react';

/** A session is a Bearer token that this page holds. No cookie carries it, so no other site can use it. */
interface Session {
  token: string;
}

const STORED_AS = 'recto.session';
const listeners = new Set<() => void>();
let ended: 'expired' | undefined;

export function useSessionToken(): string | null {
  return useSyncExternalStore(subscribe, sessionToken);
}

export function sessionToken(): string | null {
  const stored = localStorage.getItem(STORED_AS);
  return stored === null ? null : parseSession(stored);
}

export function startSession(token: string): void {
  ended = undefined;
  localStorage.setItem(STORED_AS, JSON.stringify({ token } satisfies Session));
  tellAll();
}

export function endSession(reason?: 'expired'): void {
  ended = reason;
  localStorage.removeItem(STORED_AS);
  tellAll();
}

/** Why the person is looking at the sign-in page again. */
export function sessionEnd(): 'expired' | undefined {
  return ended;
}

function parseSession(stored: string): string | null {
  try {
    const session: unknown = JSON.parse(stored);
    const token =
      typeof session === 'object' && session !== null && 'token' in session ? session.token : null;
    return typeof token === 'string' ? token : null;
  } catch (error) {
    // Something else wrote under our key: as good as no session.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Signing out in one tab signs out all of them.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function tellAll(): void {
  for (const listener of listeners) listener();
}
