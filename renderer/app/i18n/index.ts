import i18next from 'i18next';
import type { Locale } from '#shared/errors/index.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

/** Sets the words up; nothing is loaded later, so this is done when it returns. */
export function startI18n(locale: Locale): void {
  void i18next.init({
    lng: locale,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
}

/** Switches the language at run time. */
export function switchLanguage(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  if (i18next.language !== locale) void i18next.changeLanguage(locale);
}
