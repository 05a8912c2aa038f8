import type { Samples } from '../testing/samples.ts';

const VIDEO = {
  provider: 'youtube',
  provider_uid: 'vUdGBEb1i9g',
  url: 'https://www.youtube.com/watch?v=vUdGBEb1i9g',
  width: 480,
  height: 270,
  thumbnail_url: 'https://i.ytimg.com/vi/vUdGBEb1i9g/hqdefault.jpg',
  title: 'A talk',
};

export const samples: Samples = {
  valid: [{ input: VIDEO }],
  invalid: [
    { input: VIDEO.url },
    { input: { ...VIDEO, title: undefined }, paths: [['title']] },
    { input: { ...VIDEO, duration: 3 }, paths: [['duration']] },
    {
      input: { ...VIDEO, provider: 'elsewhere', url: 3, width: '480' },
      paths: [['provider'], ['url'], ['width']],
    },
  ],
  texts: [{ value: VIDEO, text: 'A talk' }],
};
