import { useSyncExternalStore } from 'react';
import { SCHEMES, type Scheme, themeTokens } from './theme-tokens.ts';

export const SCHEME_CHOICES = ['system', 'light', 'dark'] as const;
export type SchemeChoice = (typeof SCHEME_CHOICES)[number];

const STORED_AS = 'recto.scheme';
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let accentHue: number | undefined;

/** What the person chose, and the scheme that follows from it. */
export function useScheme(): { choice: SchemeChoice; scheme: Scheme } {
  const choice = useSyncExternalStore(subscribe, storedChoice);
  const scheme = useSyncExternalStore(subscribe, currentScheme);
  return { choice, scheme };
}

export function chooseScheme(choice: SchemeChoice): void {
  localStorage.setItem(STORED_AS, choice);
  showScheme();
}

/** Writes the tokens of the current scheme to the page, now and whenever the system changes its mind. */
export function followScheme(): void {
  systemIsDark.addEventListener('change', showScheme);
  showScheme();
}

/** The hue of the project that is open; none outside of projects. */
export function showAccent(hue: number | undefined): void {
  if (hue === accentHue) return;
  accentHue = hue;
  showScheme();
}

function showScheme(): void {
  const scheme = currentScheme();
  const root = document.documentElement;
  root.style.colorScheme = scheme;
  root.dataset.scheme = scheme;
  for (const [name, value] of Object.entries(themeTokens(scheme, accentHue)))
    root.style.setProperty(name, value);
  for (const listener of listeners) listener();
}

function currentScheme(): Scheme {
  const choice = storedChoice();
  return SCHEMES.find((scheme) => scheme === choice) ?? (systemIsDark.matches ? 'dark' : 'light');
}

function storedChoice(): SchemeChoice {
  const stored = localStorage.getItem(STORED_AS);
  return SCHEME_CHOICES.find((choice) => choice === stored) ?? 'system';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
