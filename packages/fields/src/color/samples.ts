import type { Samples } from '../testing/samples.ts';

const RED = { red: 255, green: 0, blue: 0, alpha: 255 };

export const samples: Samples = {
  valid: [
    { input: RED },
    { input: { alpha: 0, blue: 1, green: 2, red: 3 }, stored: { red: 3, green: 2, blue: 1, alpha: 0 } },
  ],
  invalid: [
    { input: '#ff0000' },
    { input: { red: 255, green: 0, blue: 0 }, paths: [['alpha']] },
    { input: { ...RED, hex: '#f00' }, paths: [['hex']] },
    {
      input: { red: 256, green: -1, blue: 0.5, alpha: '1' },
      paths: [['red'], ['green'], ['blue'], ['alpha']],
    },
  ],
};
