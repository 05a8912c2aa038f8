import type { FieldType } from '@recto/content/field-type';
import { readObject } from '../reading/read-object.ts';
import { rejectFormat } from '../reading/reject-format.ts';
import { editor } from '../settings/editor.ts';
import { listOf, setting, withDefault } from '../settings/setting.ts';
import { flag } from '../settings/simple-settings.ts';

export type Color = { red: number; green: number; blue: number; alpha: number };

const CHANNELS = ['red', 'green', 'blue', 'alpha'] as const;

const hexColor = setting(
  'must be a hex color',
  (value) => typeof value === 'string' && /^#?([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(value),
);

/** A color of four channels from 0 to 255, the last one its opacity. */
export const color: FieldType<Color> = {
  name: 'color',
  parse(input, context) {
    const given = readObject(input, { required: CHANNELS }, context);
    if (!given) return undefined;
    const wrong = CHANNELS.filter((channel) => !isChannel(given[channel]));
    for (const channel of wrong) {
      rejectFormat(context, 'must be an integer from 0 to 255', [...context.path, channel]);
    }
    return wrong.length === 0 ? orderChannels(given as Color) : undefined;
  },
  present: orderChannels,
  isBlank: (value) => value === null,
  storedAs: 'json',
  validators: { required: [], optional: ['required'] },
  editors: {
    color_picker: editor({
      enable_alpha: withDefault(false, flag),
      preset_colors: withDefault([], listOf(hexColor)),
    }),
  },
  hasDefaultValue: true,
  delivery: { output: { kind: 'object', type: 'ColorField' }, filter: 'ColorFilter', orderable: false },
};

function isChannel(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255;
}

function orderChannels({ red, green, blue, alpha }: Color): Color {
  return { red, green, blue, alpha };
}
