export interface StoredColor {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** `#RRGGBB`, or `#RRGGBBAA` in projects that tell the opacity too. */
export function writeHex({ red, green, blue, alpha }: StoredColor, withAlpha: boolean): string {
  const channels = withAlpha ? [red, green, blue, alpha] : [red, green, blue];
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** For style sheets. The opacity, from 0 to 255 inside, is a fraction there. */
export function cssRgb({ red, green, blue, alpha }: StoredColor): string {
  return `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha / 255) * 100) / 100})`;
}
