import { type Report, readSettings, rejectSetting } from '../settings/setting.ts';
import { positiveCount } from '../settings/simple-settings.ts';
import { uploadRule } from './asset-rules.ts';

const BOUNDS = ['min', 'eq', 'max'] as const;
type Bound = (typeof BOUNDS)[number];
type AspectRatio = { [Key in `${Bound}_ar_${'numerator' | 'denominator'}`]?: number };

const SETTINGS = Object.fromEntries(
  BOUNDS.flatMap((bound) => [
    [`${bound}_ar_numerator`, positiveCount],
    [`${bound}_ar_denominator`, positiveCount],
  ]),
);

/** Width to height, compared as whole products so that 16:9 is exact. */
export const imageAspectRatio = uploadRule<AspectRatio>(
  'image_aspect_ratio',
  readParameters,
  ({ width, height }, parameters) => {
    if (width === null || height === null) return false;
    return BOUNDS.every((bound) => {
      const numerator = parameters[`${bound}_ar_numerator`];
      const denominator = parameters[`${bound}_ar_denominator`];
      if (numerator === undefined || denominator === undefined) return true;
      const difference = width * denominator - height * numerator;
      if (bound === 'eq') return difference === 0;
      return bound === 'min' ? difference >= 0 : difference <= 0;
    });
  },
);

function readParameters(input: Parameters<typeof readSettings>[0], report: Report): AspectRatio {
  const read = readSettings(input, SETTINGS, [], report);
  const halves = BOUNDS.map((bound) => {
    const names = [`${bound}_ar_numerator`, `${bound}_ar_denominator`];
    const given = names.filter((name) => read[name] !== undefined);
    if (given.length === 1) rejectSetting(`must come together: ${names.join(', ')}`, [], report);
    return given.length;
  });
  if (halves.every((given) => given === 0)) {
    rejectSetting('must specify at least one of a minimum, an exact or a maximum ratio', [], report);
  }
  return read as AspectRatio;
}
