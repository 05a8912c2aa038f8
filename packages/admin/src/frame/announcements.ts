import { useSyncExternalStore } from 'react';

/** Said aloud by a screen reader and shown for a moment. */
export interface Announcement {
  id: number;
  message: string;
}

let current: Announcement | null = null;
let count = 0;
const listeners = new Set<() => void>();

export function announce(message: string): void {
  count += 1;
  current = { id: count, message };
  tellAll();
}

export function dismissAnnouncement(id: number): void {
  if (current?.id !== id) return;
  current = null;
  tellAll();
}

export function useAnnouncement(): Announcement | null {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tellAll(): void {
  for (const listener of listeners) listener();
}
