// SPDX-License-Identifier: EUPL-1.2
import type { View } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../shared/preferences';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { useViews, viewsOnAPage } from './own_state';

/** In our words where there are some, and as the server says it otherwise. */
function useWords() {
  const { t, i18n } = useTranslation();
  return (group: 'actions' | 'roles', code: string) => {
    const key = `portal.own.views.${group}.${code}`;
    return i18n.exists(key) ? t(key) : code;
  };
}

function ViewRow({ view }: { view: View }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const words = useWords();
  const isPurposeSaid = view.purpose !== view.action;
  return (
    <tr>
      <td data-label={t('portal.own.views.when')}>
        {format.dayOf(view.at)}, {format.clock(view.at)}
      </td>
      <td data-label={t('portal.own.views.who')}>
        {words('roles', view.role)}
        {view.organisation && `, ${view.organisation}`}
      </td>
      <td data-label={t('portal.own.views.what')}>
        {words('actions', view.action)}
        {isPurposeSaid && <span className="hint"> ({view.purpose})</span>}
      </td>
    </tr>
  );
}

/** Everybody who was shown something of the person, newest first. */
export function WhoLooked() {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useViews(page);
  const isMore = data !== undefined && data.total > page * viewsOnAPage;
  return (
    <section aria-labelledby="own-views">
      <Heading level={2} appearance="level-3" id="own-views">
        {t('portal.own.views.title')}
      </Heading>
      <p>{t('portal.own.views.lead')}</p>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.total === 0 && <p>{t('portal.own.views.none')}</p>}
      {data && data.total > 0 && (
        <>
          <table className="own__views">
            <caption>{t('portal.own.views.count', { count: data.total })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('portal.own.views.when')}</th>
                <th scope="col">{t('portal.own.views.who')}</th>
                <th scope="col">{t('portal.own.views.what')}</th>
              </tr>
            </thead>
            <tbody>
              {data.views.map((view, place) => (
                <ViewRow key={`${view.at} ${place}`} view={view} />
              ))}
            </tbody>
          </table>
          {(page > 1 || isMore) && (
            <p className="own__row">
              <Button purpose="secondary" disabled={page === 1} onClick={() => setPage(page - 1)}>
                {t('portal.own.views.newer')}
              </Button>
              <Button purpose="secondary" disabled={!isMore} onClick={() => setPage(page + 1)}>
                {t('portal.own.views.older')}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
