// SPDX-License-Identifier: EUPL-1.2
import { SkipLink } from '@nl-design-system-candidate/skip-link-react';
import { useEffect, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration } from 'react-router-dom';
import { usePreferences } from '../preferences';

const mainId = 'inhoud';

/** By hand, since the state of a page stands in the fragment of its address. */
function skipToMain(event: MouseEvent) {
  event.preventDefault();
  const main = document.getElementById(mainId);
  main?.focus();
  main?.scrollIntoView();
}

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The key / goes to the first search box of the page, unless someone is typing. */
function useSlashKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      const box = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (!box) return;
      event.preventDefault();
      box.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const { uiLanguage, chooseUiLanguage } = usePreferences();
  const other = uiLanguage === 'nl' ? 'en' : 'nl';
  return (
    <button type="button" className="link-button" lang={other} onClick={() => chooseUiLanguage(other)}>
      {t('layout.otherLanguage')}
    </button>
  );
}

export function Layout() {
  const { t } = useTranslation();
  useSlashKey();
  return (
    <>
      <SkipLink href={`#${mainId}`} onClick={skipToMain}>
        {t('layout.skip')}
      </SkipLink>
      <header className="site-header">
        <div className="site-header__inner">
          <NavLink className="site-header__name" to="/" end>
            Passend
          </NavLink>
          <nav aria-label={t('layout.mainMenu')} className="site-header__menu">
            <NavLink to="/vacatures">{t('layout.vacancies')}</NavLink>
            <NavLink to="/werkzoekenden">{t('layout.candidates')}</NavLink>
            <NavLink to="/nieuw">{t('layout.feed')}</NavLink>
          </nav>
        </div>
      </header>
      <main id={mainId} tabIndex={-1} className="site-main">
        <Outlet />
      </main>
      <footer className="site-footer">
        <p>{t('layout.footer')}</p>
        <p>
          {t('layout.slashHint')} <LanguageSwitch />
        </p>
      </footer>
      <ScrollRestoration />
    </>
  );
}
