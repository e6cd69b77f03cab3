// SPDX-License-Identifier: EUPL-1.2
import { SkipLink } from '@nl-design-system-candidate/skip-link-react';
import { useEffect, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration } from 'react-router-dom';
import { usePreferences } from '../preferences';
import { isEmployer, isJobSeeker, isMediator, signOut, useSession } from '../session';

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

type MenuLink = [path: string, name: string];

/** What there is for somebody in the menu. */
function Menu() {
  const { t } = useTranslation();
  const session = useSession();
  const links: MenuLink[] = isMediator(session)
    ? [
        ...(session.caseload === undefined ? [] : [['/caseload', 'layout.caseload'] satisfies MenuLink]),
        ['/vacatures', 'layout.vacancies'],
        ['/werkzoekenden', 'layout.candidates'],
        ['/nieuw', 'layout.feed'],
        ['/selecties', 'layout.selections'],
        ['/werkgevers', 'layout.employers'],
      ]
    : isJobSeeker(session)
      ? [
          ['/mijn/portfolio', 'layout.ownPortfolio'],
          ['/mijn/vacatures', 'layout.ownVacancies'],
          ['/vacatures', 'layout.allVacancies'],
        ]
      : isEmployer(session)
        ? [['/onze-vacatures', 'layout.ourVacancies']]
        : session.roles.includes('manager')
          ? [['/vacatures', 'layout.vacancies']]
          : [];
  if (links.length === 0) return null;
  return (
    <nav aria-label={t('layout.mainMenu')} className="site-header__menu">
      {links.map(([path, name]) => (
        <NavLink key={path} to={path}>
          {t(name)}
        </NavLink>
      ))}
    </nav>
  );
}

/** Who is signed in, and the way out. A server without sign-in has neither. */
function WhoIsHere() {
  const { t } = useTranslation();
  const { displayName, expires } = useSession();
  const [error, setError] = useState<unknown>();
  if (expires === undefined) return null;
  return (
    <p className="site-header__who">
      {displayName}{' '}
      <button type="button" className="link-button" onClick={() => void signOut().catch(setError)}>
        {t('layout.signOut')}
      </button>
      {error !== undefined && <span role="alert"> {t('layout.signOutFailed')}</span>}
    </p>
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
          <Menu />
          <WhoIsHere />
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
