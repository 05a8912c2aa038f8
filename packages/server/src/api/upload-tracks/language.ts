/** The code of BCP 47 in its usual spelling; undefined for what is none. */
export function readLanguageCode(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined; // that is how it says so
  }
}

/** What its speakers call a language: `it-IT` → `Italiano`. */
export function nameOfLanguage(code: string): string {
  const { language } = new Intl.Locale(code);
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(language) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
