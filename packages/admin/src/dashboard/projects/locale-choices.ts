/** The languages most content is written in; every other code can be typed. */
const COMMON_LOCALES = [
  'en',
  'en-GB',
  'en-US',
  'ar',
  'bg',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'es-MX',
  'et',
  'fa',
  'fi',
  'fr',
  'fr-CA',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-CN',
  'zh-TW',
];

const names = new Intl.DisplayNames(['en'], { type: 'language' });

export const LOCALE_CHOICES = COMMON_LOCALES.map((code) => ({
  id: code,
  label: `${code} · ${names.of(code) ?? code}`,
}));

/** `language`, `language-Script` or `language-REGION`, as https://www.rfc-editor.org/rfc/rfc5646 writes them. */
export function isLocaleCode(code: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(code);
}
