import { type Report, readSettings, rejectSetting, requireOneOf } from '../settings/setting.ts';
import { count, oneOf } from '../settings/simple-settings.ts';
import { uploadRule } from './asset-rules.ts';

const BYTES = { B: 1, KB: 1024, MB: 1024 * 1024 } as const;
type Unit = keyof typeof BYTES;

type FileSizeParameters = { min_value?: number; min_unit?: Unit; max_value?: number; max_unit?: Unit };

const unit = oneOf(Object.keys(BYTES));
const SETTINGS = { min_value: count, min_unit: unit, max_value: count, max_unit: unit };

/** The size of the file, in units of 1, 1024 or 1024² bytes; both bounds included. */
export const fileSize = uploadRule<FileSizeParameters>('file_size', readParameters, (upload, parameters) => {
  const { min_value = 0, min_unit = 'B', max_value = Number.MAX_SAFE_INTEGER, max_unit = 'B' } = parameters;
  return upload.size >= min_value * BYTES[min_unit] && upload.size <= max_value * BYTES[max_unit];
});

function readParameters(input: Parameters<typeof readSettings>[0], report: Report): FileSizeParameters {
  const read = readSettings(input, SETTINGS, [], report);
  requireOneOf(read, ['min_value', 'max_value'], [], report);
  for (const bound of ['min', 'max']) {
    const [value, unit] = [read[`${bound}_value`], read[`${bound}_unit`]];
    if ((value === undefined) !== (unit === undefined)) {
      rejectSetting(`must come together: ${bound}_value, ${bound}_unit`, [], report);
    }
  }
  return read as FileSizeParameters;
}
