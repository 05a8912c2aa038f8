import { describe, expect, test } from 'vitest';
import { contrastRatio } from './color.ts';
import { SCHEMES, themeTokens } from './theme-tokens.ts';

/** Every ink with every surface that it is laid on. */
const READABLE_PAIRS: [surface: string, inks: string[]][] = [
  ...['surface', 'surface-hover', 'surface-muted', 'surface-raised', 'surface-raised-hover'].map(
    (surface): [string, string[]] => [
      surface,
      [
        'ink',
        'ink-subtle',
        'ink-hover',
        'ink-muted',
        'ink-placeholder',
        'ink-primary',
        'ink-link',
        'ink-danger',
        'ink-warning',
        'ink-success',
        'status-draft--ink',
        'status-outdated--ink',
        'status-published--ink',
      ],
    ],
  ),
  ...['primary--surface', 'primary--surface-hover', 'primary--surface-active'].map(
    (surface): [string, string[]] => [surface, ['primary--ink']],
  ),
  ...['primary-soft--surface', 'primary-soft--surface-hover', 'primary-soft--surface-active'].map(
    (surface): [string, string[]] => [surface, ['primary-soft--ink']],
  ),
  ['selected--surface', ['selected--ink', 'ink', 'ink-subtle', 'ink-muted']],
  ['selected--surface-hover', ['selected--ink']],
  ['danger--surface', ['danger--ink']],
  ['danger-soft--surface', ['danger-soft--ink', 'ink', 'ink-danger']],
  ['warning-soft--surface', ['warning-soft--ink', 'ink']],
  ['success-soft--surface', ['success-soft--ink', 'ink']],
  ['diff-added--surface', ['diff-added--ink', 'diff-added--ink-subtle']],
  ['diff-removed--surface', ['diff-removed--ink', 'diff-removed--ink-subtle']],
  ['backdrop--surface', ['backdrop--ink']],
  ['overlay--surface', ['overlay--ink', 'ink-subtle', 'ink-muted', 'ink-danger']],
  ['overlay--surface-hover', ['overlay--ink', 'ink-subtle', 'ink-muted']],
  ['overlay--surface-active', ['overlay--ink']],
  ['stacked--surface', ['stacked--ink', 'stacked--ink-subtle']],
  ['stacked--surface-upper', ['stacked--ink', 'stacked--ink-subtle']],
  ['stacked--surface-action', ['stacked--ink']],
  ['tooltip--surface', ['tooltip--ink', 'tooltip--ink-subtle']],
  ['code--surface', ['code--ink', 'ink-muted', 'ink-link', 'ink-success', 'ink-warning']],
  ['highlight--surface', ['ink']],
  ...[
    'text',
    'rich-text',
    'media',
    'datetime',
    'number',
    'boolean',
    'location',
    'color',
    'seo',
    'reference',
    'json',
  ].map((group): [string, string[]] => [`field-group-${group}--surface`, [`field-group-${group}--ink`]]),
];

/** Hues of warm, green, blue and red projects: the accent is theirs, the contrast is ours. */
const ACCENT_HUES = [30, 90, 150, 200, 264, 330];

describe.each(SCHEMES)('in the %s scheme', (scheme) => {
  test.each(ACCENT_HUES)(
    'every text is readable on its surface with the accent hue %i (AA, 4.5:1)',
    (hue) => {
      const tokens = themeTokens(scheme, hue);
      const color = (name: string) => tokens[`--color--${name}`] ?? `no color ${name}`;
      const tooWeak = READABLE_PAIRS.flatMap(([surface, inks]) =>
        inks
          .map((ink) => ({ ink, surface, ratio: contrastRatio(color(ink), color(surface)) }))
          .filter(({ ratio }) => !(ratio >= 4.5)),
      );
      expect(tooWeak).toEqual([]);
    },
  );

  test.each(ACCENT_HUES)('outlines of inputs and of focus stand out with the accent hue %i (3:1)', (hue) => {
    const tokens = themeTokens(scheme, hue);
    for (const surface of ['surface', 'surface-muted', 'surface-raised', 'overlay--surface'])
      for (const outline of ['control--border', 'focus--outline'])
        expect(
          contrastRatio(tokens[`--color--${outline}`] ?? '', tokens[`--color--${surface}`] ?? ''),
          `${outline} on ${surface}`,
        ).toBeGreaterThanOrEqual(3);
  });
});
