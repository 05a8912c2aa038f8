import { useSyncExternalStore } from 'react';

/** Said aloud by a screen reader and shown for a moment. */
export interface Announcement {
  id: number;
  message: string;
  /** What can be seen on the screen anyway is only said. */
  isOnlySaid: boolean;
}

let current: Announcement | null = null;
let count = 0;
const listeners = new Set<() => void>();

export function announce(message: string): void {
  show({ message, isOnlySaid: false });
}

export function announceToListeners(message: string): void {
  show({ message, isOnlySaid: true });
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

function show(announcement: Omit<Announcement, 'id'>): void {
  count += 1;
  current = { id: count, ...announcement };
  tellAll();
}

function tellAll(): void {
  for (const listener of listeners) listener();
}
