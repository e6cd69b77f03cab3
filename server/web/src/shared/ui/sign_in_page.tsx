// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';

/** Where to go on after signing in. The fragment says what somebody searched for, so that it stays out of the address. */
const address = () => `/auth/login?returnTo=${encodeURIComponent(window.location.pathname)}`;

export function SignInPage() {
  const { t } = useTranslation();
  return (
    <main className="site-main sign-in">
      <p className="site-header__name">Passend</p>
      <Heading level={1}>{t('signIn.title')}</Heading>
      <p className="lead">{t('signIn.text')}</p>
      <p>
        <a className="nl-button nl-button--primary" href={address()} onClick={keepFragment}>
          {t('signIn.action')}
        </a>
      </p>
    </main>
  );
}

const fragmentKey = 'passend.fragment';

function keepFragment(): void {
  try {
    sessionStorage.setItem(fragmentKey, window.location.pathname + window.location.hash);
  } catch {
    // A browser that keeps nothing opens the page as it is without choices.
  }
}

/** Puts back what was chosen on this page before signing in. To be called before the first page is drawn. */
export function restoreFragment(): void {
  try {
    const kept = sessionStorage.getItem(fragmentKey);
    sessionStorage.removeItem(fragmentKey);
    const { pathname, hash } = window.location;
    if (hash === '' && kept?.startsWith(`${pathname}#`)) history.replaceState(history.state, '', kept);
  } catch {
    // As above.
  }
}
