import { toHex } from './color.ts';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Values of CSS custom properties by name. Plugins receive the same map, so these names are a promise:
 *  https://www.datocms.com/docs/plugin-sdk/react-datocms-ui */
export type ThemeTokens = Record<`--${string}`, string>;

/** Blue-black ink on paper. A project's own accent replaces the hue. */
const DEFAULT_ACCENT_HUE = 264;

/** Every color of the admin in one scheme, derived from one accent hue. */
export function themeTokens(scheme: Scheme, accentHue = DEFAULT_ACCENT_HUE): ThemeTokens {
  const tokens: ThemeTokens = {};
  for (const [name, both] of Object.entries(colorTable(accentHue))) {
    const [lightness, chroma, hue] = both[scheme === 'light' ? 0 : 1];
    tokens[`--color--${name}`] = toHex({ lightness, chroma, hue });
  }
  return { ...tokens, ...SHADOWS[scheme] };
}

type Step = readonly [lightness: number, chroma: number, hue: number];
type Both = readonly [light: Step, dark: Step];

const DANGER = 27;
const WARNING = 66;
const SUCCESS = 152;

function colorTable(accent: number): Record<string, Both> {
  return {
    surface: [paper(1), paper(0.2)],
    'surface-hover': [paper(0.966), paper(0.25)],
    'surface-muted': [paper(0.98), paper(0.175)],
    'surface-raised': [paper(1), paper(0.235)],
    'surface-raised-hover': [paper(0.97), paper(0.275)],
    'surface-raised-active': [paper(0.945), paper(0.31)],
    ink: [paper(0.24), paper(0.93)],
    'ink-subtle': [paper(0.46), paper(0.76)],
    'ink-hover': [paper(0.15), paper(0.98)],
    'ink-muted': [paper(0.52), paper(0.69)],
    'ink-placeholder': [paper(0.54), paper(0.66)],
    'ink-primary': [
      [0.46, 0.17, accent],
      [0.78, 0.11, accent],
    ],
    'ink-link': [
      [0.47, 0.17, accent],
      [0.78, 0.11, accent],
    ],
    'ink-danger': [
      [0.5, 0.19, DANGER],
      [0.75, 0.14, DANGER],
    ],
    'ink-warning': [
      [0.5, 0.12, WARNING],
      [0.8, 0.13, WARNING],
    ],
    'ink-success': [
      [0.48, 0.12, SUCCESS],
      [0.78, 0.13, SUCCESS],
    ],
    'ink-disabled': [paper(0.66), paper(0.5)],
    border: [paper(0.91), paper(0.3)],
    'border-hover': [paper(0.82), paper(0.4)],
    // Not one a plugin receives: the outline of an input must stand out 3:1 from what surrounds it.
    'control--border': [paper(0.65), paper(0.54)],
    ...accentColors(accent),
    ...statusColors(),
    ...floatingColors(accent),
    ...fieldGroupColors(),
  };
}

function accentColors(accent: number): Record<string, Both> {
  return {
    'primary--surface': [
      [0.47, 0.18, accent],
      [0.54, 0.17, accent],
    ],
    'primary--surface-hover': [
      [0.42, 0.18, accent],
      [0.49, 0.17, accent],
    ],
    'primary--surface-active': [
      [0.37, 0.16, accent],
      [0.45, 0.16, accent],
    ],
    'primary--surface-muted': [
      [0.6, 0.12, accent],
      [0.5, 0.1, accent],
    ],
    'primary--surface-secondary': [
      [0.4, 0.13, accent],
      [0.44, 0.12, accent],
    ],
    'primary--ink': [paper(1), paper(1)],
    'primary--border': [
      [0.4, 0.16, accent],
      [0.6, 0.15, accent],
    ],
    'primary-soft--surface': [
      [0.96, 0.02, accent],
      [0.28, 0.05, accent],
    ],
    'primary-soft--surface-hover': [
      [0.935, 0.03, accent],
      [0.32, 0.06, accent],
    ],
    'primary-soft--surface-active': [
      [0.905, 0.045, accent],
      [0.36, 0.07, accent],
    ],
    'primary-soft--ink': [
      [0.43, 0.17, accent],
      [0.84, 0.08, accent],
    ],
    'primary-soft--border': [
      [0.87, 0.06, accent],
      [0.4, 0.08, accent],
    ],
    'selected--surface': [
      [0.955, 0.02, accent],
      [0.29, 0.05, accent],
    ],
    'selected--surface-hover': [
      [0.935, 0.03, accent],
      [0.33, 0.06, accent],
    ],
    'selected--ink': [
      [0.36, 0.14, accent],
      [0.88, 0.06, accent],
    ],
    'selected--border': [
      [0.6, 0.15, accent],
      [0.6, 0.14, accent],
    ],
    'focus--border': [
      [0.55, 0.19, accent],
      [0.7, 0.14, accent],
    ],
    'focus--outline': [
      [0.55, 0.19, accent],
      [0.7, 0.14, accent],
    ],
  };
}

function statusColors(): Record<string, Both> {
  return {
    'disabled--surface': [paper(0.955), paper(0.26)],
    'disabled--ink': [paper(0.58), paper(0.57)],
    'danger--surface': [
      [0.52, 0.2, DANGER],
      [0.53, 0.19, DANGER],
    ],
    'danger--ink': [paper(1), paper(1)],
    ...softColors('danger', DANGER),
    ...softColors('warning', WARNING),
    ...softColors('success', SUCCESS),
    'highlight--surface': [
      [0.95, 0.08, 95],
      [0.36, 0.07, 95],
    ],
    'diff-added--surface': [
      [0.95, 0.04, SUCCESS],
      [0.28, 0.05, SUCCESS],
    ],
    'diff-added--outline': [
      [0.8, 0.09, SUCCESS],
      [0.45, 0.08, SUCCESS],
    ],
    'diff-added--ink': [
      [0.36, 0.09, SUCCESS],
      [0.88, 0.09, SUCCESS],
    ],
    'diff-added--ink-subtle': [
      [0.42, 0.1, SUCCESS],
      [0.8, 0.1, SUCCESS],
    ],
    'diff-removed--surface': [
      [0.95, 0.03, DANGER],
      [0.28, 0.06, DANGER],
    ],
    'diff-removed--outline': [
      [0.82, 0.09, DANGER],
      [0.45, 0.11, DANGER],
    ],
    'diff-removed--ink': [
      [0.4, 0.14, DANGER],
      [0.88, 0.07, DANGER],
    ],
    'diff-removed--ink-subtle': [
      [0.46, 0.16, DANGER],
      [0.8, 0.1, DANGER],
    ],
    'diff-changed--surface': [
      [0.955, 0.045, 90],
      [0.3, 0.05, 90],
    ],
    'diff-changed--outline': [
      [0.83, 0.11, 85],
      [0.5, 0.09, 85],
    ],
    'status-draft--ink': [paper(0.52), paper(0.72)],
    'status-outdated--ink': [
      [0.5, 0.12, WARNING],
      [0.8, 0.13, WARNING],
    ],
    'status-published--ink': [
      [0.48, 0.12, SUCCESS],
      [0.78, 0.13, SUCCESS],
    ],
  };
}

function softColors(context: string, hue: number): Record<string, Both> {
  return {
    [`${context}-soft--surface`]: [
      [0.965, 0.025, hue],
      [0.27, 0.05, hue],
    ],
    [`${context}-soft--ink`]: [
      [0.42, 0.13, hue],
      [0.86, 0.08, hue],
    ],
    [`${context}-soft--border`]: [
      [0.87, 0.07, hue],
      [0.4, 0.08, hue],
    ],
    [`${context}-soft--outline`]: [
      [0.78, 0.11, hue],
      [0.5, 0.1, hue],
    ],
  };
}

function floatingColors(accent: number): Record<string, Both> {
  return {
    'backdrop--surface': [paper(0.3), paper(0.1)],
    'backdrop--ink': [paper(1), paper(0.96)],
    'overlay--surface': [paper(1), paper(0.245)],
    'overlay--surface-hover': [paper(0.965), paper(0.295)],
    'overlay--surface-active': [paper(0.945), paper(0.33)],
    'overlay--ink': [paper(0.24), paper(0.93)],
    'stacked--surface': [paper(0.97), paper(0.225)],
    'stacked--surface-upper': [paper(1), paper(0.255)],
    'stacked--surface-action': [paper(0.94), paper(0.3)],
    'stacked--surface-action-hover': [paper(0.915), paper(0.335)],
    'stacked--surface-action-active': [paper(0.89), paper(0.37)],
    'stacked--ink': [paper(0.24), paper(0.93)],
    'stacked--ink-subtle': [paper(0.46), paper(0.78)],
    'stacked--border': [paper(0.88), paper(0.35)],
    'progress--track': [paper(0.92), paper(0.3)],
    'progress--fill': [
      [0.5, 0.18, accent],
      [0.65, 0.15, accent],
    ],
    'progress--fill-hover': [
      [0.44, 0.18, accent],
      [0.7, 0.14, accent],
    ],
    'tooltip--surface': [paper(0.24), paper(0.9)],
    'tooltip--surface-hover': [paper(0.32), paper(0.96)],
    'tooltip--ink': [paper(0.98), paper(0.2)],
    'tooltip--ink-subtle': [paper(0.8), paper(0.4)],
    'code--surface': [paper(0.972), paper(0.16)],
    'code--ink': [paper(0.28), paper(0.9)],
    'scrollbar--fill': [paper(0.8), paper(0.42)],
  };
}

/** One hue for each group of field types, so that a model can be scanned by color as well as by word. */
const FIELD_GROUP_HUES = {
  text: 250,
  'rich-text': 300,
  media: 200,
  datetime: 60,
  number: 160,
  boolean: 130,
  location: 30,
  color: 350,
  seo: 100,
  reference: 275,
  json: 230,
};

function fieldGroupColors(): Record<string, Both> {
  const colors: Record<string, Both> = {};
  for (const [group, hue] of Object.entries(FIELD_GROUP_HUES)) {
    colors[`field-group-${group}--surface`] = [
      [0.95, 0.03, hue],
      [0.29, 0.05, hue],
    ];
    colors[`field-group-${group}--ink`] = [
      [0.44, 0.11, hue],
      [0.84, 0.09, hue],
    ];
  }
  return colors;
}

/** A grey with a breath of warmth: paper rather than glass. */
function paper(lightness: number): Step {
  return [lightness, lightness === 1 ? 0 : 0.004, 80];
}

const SHADOWS: Record<Scheme, ThemeTokens> = {
  light: {
    '--shadow--raised': '0 1px 2px rgb(20 18 14 / 8%)',
    '--shadow--floating': '0 4px 16px rgb(20 18 14 / 14%), 0 0 0 1px rgb(20 18 14 / 7%)',
    '--shadow--lifted': '0 12px 32px rgb(20 18 14 / 18%), 0 0 0 1px rgb(20 18 14 / 7%)',
    '--shadow--ambient': '0 24px 64px rgb(20 18 14 / 22%), 0 0 0 1px rgb(20 18 14 / 7%)',
  },
  dark: {
    '--shadow--raised': '0 1px 2px rgb(0 0 0 / 40%)',
    '--shadow--floating': '0 4px 16px rgb(0 0 0 / 48%), 0 0 0 1px rgb(255 255 255 / 9%)',
    '--shadow--lifted': '0 12px 32px rgb(0 0 0 / 56%), 0 0 0 1px rgb(255 255 255 / 9%)',
    '--shadow--ambient': '0 24px 64px rgb(0 0 0 / 64%), 0 0 0 1px rgb(255 255 255 / 9%)',
  },
};
