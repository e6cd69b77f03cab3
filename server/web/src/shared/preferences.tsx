// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '@passend/client';
import i18next from 'i18next';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { Format, type UiLanguage } from './format/format';

export type Style = 'full' | 'plain';

interface Preferences {
  uiLanguage: UiLanguage;
  /** Absent until somebody chooses. */
  style?: Style;
}

const storageKey = 'passend.preferences';

/** Only how someone likes to read is kept in the browser, nothing about anyone. Without storage the defaults hold. */
export function readPreferences(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>;
    return {
      uiLanguage: stored.uiLanguage === 'en' ? 'en' : 'nl',
      ...(stored.style === 'plain' || stored.style === 'full' ? { style: stored.style } : {}),
    };
  } catch {
    return { uiLanguage: 'nl' };
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing forgets the choice at the next visit; that is all.
  }
}

interface PreferencesAccess extends Required<Preferences> {
  format: Format;
  /** For names and labels. */
  language: Language;
  /** For sentences that explain: plain Dutch when that was chosen. */
  explanationLanguage: Language;
  chooseUiLanguage(language: UiLanguage): void;
  chooseStyle(style: Style): void;
}

const PreferencesContext = createContext<PreferencesAccess | undefined>(undefined);

interface ProviderProps {
  children: ReactNode;
  /** Of who did not choose. */
  usualStyle: Style;
}

export function PreferencesProvider({ children, usualStyle }: ProviderProps) {
  const [preferences, setPreferences] = useState(readPreferences);
  const access = useMemo<PreferencesAccess>(() => {
    const choose = (next: Preferences) => {
      keep(next);
      setPreferences(next);
    };
    const { uiLanguage, style = usualStyle } = preferences;
    return {
      uiLanguage,
      style,
      format: new Format(uiLanguage),
      language: uiLanguage,
      explanationLanguage: uiLanguage === 'nl' && style === 'plain' ? 'nl-simple' : uiLanguage,
      chooseUiLanguage: (language) => {
        void i18next.changeLanguage(language);
        choose({ ...preferences, uiLanguage: language });
      },
      chooseStyle: (next) => choose({ ...preferences, style: next }),
    };
  }, [preferences, usualStyle]);
  return <PreferencesContext.Provider value={access}>{children}</PreferencesContext.Provider>;
}

export function usePreferences(): PreferencesAccess {
  const access = useContext(PreferencesContext);
  if (!access) throw new Error('usePreferences is used outside PreferencesProvider');
  return access;
}
