// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { UiLanguage } from '../format/format';
import en from './en.json';
import nl from './nl.json';

export async function startI18n(language: UiLanguage): Promise<void> {
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'nl',
      showSupportNotice: false,
      resources: { nl: { translation: nl }, en: { translation: en } },
      interpolation: { escapeValue: false },
    });
  document.documentElement.lang = language;
  i18next.on('languageChanged', (next) => {
    document.documentElement.lang = next;
  });
}
