import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [
    { input: { latitude: 45.0703, longitude: 7.6869 } },
    { input: { longitude: -180, latitude: 90 }, stored: { latitude: 90, longitude: -180 } },
  ],
  invalid: [
    { input: [45, 7] },
    { input: { latitude: 45 }, paths: [['longitude']] },
    { input: { latitude: 90.1, longitude: '7' }, paths: [['latitude'], ['longitude']] },
    { input: { latitude: 1, longitude: 1, altitude: 1 }, paths: [['altitude']] },
  ],
};
