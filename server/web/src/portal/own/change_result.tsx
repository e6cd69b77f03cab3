// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { isOutdated } from './own_state';

/** What became of a change: kept, overtaken by another one, or refused. */
export function ChangeResult({ error, isKept }: { error: unknown; isKept: boolean }) {
  const { t } = useTranslation();
  if (isOutdated(error)) {
    return (
      <div className="utrecht-alert utrecht-alert--warning problem" role="alert">
        <div className="utrecht-alert__content">
          <p className="problem__title">{t('portal.own.outdated.title')}</p>
          <p>{t('portal.own.outdated.text')}</p>
        </div>
      </div>
    );
  }
  if (error) return <ProblemAlert error={error} />;
  return (
    <p className="own__kept" role="status">
      {isKept ? t('portal.own.kept') : ''}
    </p>
  );
}
