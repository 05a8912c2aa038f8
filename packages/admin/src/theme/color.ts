/** Lightness 0–1, chroma, hue in degrees: equal steps of lightness look equal, whatever the hue. */
export interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

type Rgb = readonly [number, number, number];

/** The nearest color that a screen can show, found by giving up chroma and keeping lightness and hue. */
export function toHex(color: Oklch): string {
  let chroma = color.chroma;
  let rgb = toLinearRgb({ ...color, chroma });
  while (!isShowable(rgb) && chroma > 0) {
    chroma = Math.max(0, chroma - 0.004);
    rgb = toLinearRgb({ ...color, chroma });
  }
  return `#${rgb.map((channel) => toByte(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** The hue here of a hue of HSL, the circle that projects choose theirs from: the same color stands at another angle. */
export function hueOfHsl(hue: number): number {
  // A color of middling lightness, where a hue is most itself: hsl(hue 70% 45%).
  const channels = [0, 8, 4].map((shift) => {
    const k = (shift + hue / 30) % 12;
    return linearOf(0.45 - 0.315 * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  });
  const [red = 0, green = 0, blue = 0] = channels;
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

/** Contrast of two `#rrggbb` colors, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Matrices of https://bottosson.github.io/posts/oklab/ */
function toLinearRgb({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function isShowable(rgb: Rgb): boolean {
  return rgb.every((channel) => channel > -0.0005 && channel < 1.0005);
}

function toByte(linear: number): number {
  const channel = Math.min(1, Math.max(0, linear));
  const encoded = channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    return linearOf(Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A channel of sRGB, 0 to 1, as an amount of light. */
function linearOf(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
