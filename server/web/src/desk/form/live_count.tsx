// SPDX-License-Identifier: EUPL-1.2
import type { Language, NewVacancy, PeopleCount } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../shared/preferences';
import { useRested } from '../../shared/rested';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { api, dataOf } from '../../shared/api/api';

const restMilliseconds = 400;
const mostCosts = 6;

/** Asked again when the typing rests; a question that is overtaken is broken off. */
const usePreview = (draft: NewVacancy | undefined, language: Language) => {
  const rested = useRested(draft === undefined ? undefined : JSON.stringify(draft), restMilliseconds);
  return useQuery({
    queryKey: ['preview', rested, language],
    queryFn: ({ signal }) =>
      dataOf(
        api.post('/vacancies/_preview', {
          params: { query: { language } },
          body: JSON.parse(rested ?? '{}') as NewVacancy,
          signal,
        }),
      ),
    enabled: rested !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
};

/** Beside the form: how many people fit what has been typed so far, and what each requirement costs. */
export function LiveCount({ draft }: { draft: NewVacancy | undefined }) {
  const { t } = useTranslation();
  const { language, format } = usePreferences();
  const { data, error, isPlaceholderData, refetch } = usePreview(draft, language);
  const people = (count: PeopleCount) =>
    count.count === undefined ? t('search.fewerThan', { count: count.fewerThan ?? 5 }) : format.number(count.count);
  const costs = (data?.requirementCosts ?? []).filter(({ alone, failing }) => alone.count !== 0 || failing.count !== 0);
  return (
    <section className="live" aria-labelledby="live-heading">
      <Heading level={2} appearance="level-4" id="live-heading">
        {t('live.title')}
      </Heading>
      {draft === undefined && <p className="hint">{t('live.wrong')}</p>}
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && !error && (
        <div className={isPlaceholderData || draft === undefined ? 'live__old' : undefined}>
          <p className="live__counts" role="status">
            <span className="live__count">
              <strong>{people(data.fits)}</strong> {t('live.fits')}
            </span>{' '}
            <span className="live__count">
              <strong>{people(data.oneQuestionOpen)}</strong> {t('live.open')}
            </span>
          </p>
          <details className="live__costs" open={window.matchMedia('(min-width: 64rem)').matches}>
            <summary>{t('live.costs')}</summary>
            {costs.length === 0 && <p>{t('costs.none')}</p>}
            <ul className="costs__list">
              {costs.slice(0, mostCosts).map(({ criterion, side, name, alone, failing }) => (
                <li key={`${side} ${criterion}`} className={`costs__item costs__item--${side}`}>
                  <strong>{name}</strong>
                  {side === 'supply' && ` ${t('live.own')}`}
                  <br />
                  {t('live.cost', { alone: people(alone), failing: people(failing) })}
                </li>
              ))}
            </ul>
          </details>
        </div>
      )}
    </section>
  );
}
