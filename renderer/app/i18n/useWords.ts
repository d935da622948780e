import { useTranslation } from 'react-i18next';
import type { Locale } from '#shared/errors/index.ts';

/** The words of the current language, and which it is. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh';
  return { t, locale };
}
