// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router-dom';
import { ProblemAlert } from '../../shared/ui/problem_alert';

/** Shown when a page itself fails, so that nobody is left with an empty screen. */
export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <main className="site-main">
      <h1 className="nl-heading nl-heading--level-1">{t('crash.title')}</h1>
      <ProblemAlert error={error} onRetry={() => window.location.reload()} />
    </main>
  );
}
