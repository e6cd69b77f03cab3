// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from '@passend/client';
import type { CandidateSummary, ExchangeCandidates } from '@passend/client';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { askExchange } from '../../shared/api/queries';
import { ExchangeDetails } from '../../desk/details/exchange_details';
import { said } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { useSession } from '../../shared/session';
import { Loading } from '../../shared/ui/loading';
import type { Words } from '../facts/words';
import { candidateLabel } from '../names';

/** Job seekers of other organisations, asked of the VUM exchange when somebody presses the button. */
export function Elsewhere({ vacancyId }: { vacancyId: string }) {
  const { t } = useTranslation();
  const { explanationLanguage } = usePreferences();
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () => askExchange(vacancyId, explanationLanguage),
  });
  return (
    <section className="matches elsewhere" aria-labelledby="elsewhere-heading">
      <Heading level={2} appearance="level-3" id="elsewhere-heading">
        {t('elsewhere.title')}
      </Heading>
      <p>{t('elsewhere.explained')}</p>
      <div className="matches__actions">
        <Button purpose="secondary" disabled={isPending} onClick={() => mutate()}>
          {t(data ? 'elsewhere.again' : 'elsewhere.ask')}
        </Button>
      </div>
      <div aria-live="polite" aria-busy={isPending}>
        {isPending && <Loading />}
        {error && !isPending && <Failure error={error} />}
        {data && !error && !isPending && <Answer answer={data} />}
      </div>
    </section>
  );
}

function Answer({ answer }: { answer: ExchangeCandidates }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const mayOpen = useSession().roles.includes('jobhunter');
  if (answer.matches.length === 0) {
    return <p className="empty">{t(answer.complete ? 'elsewhere.empty' : 'elsewhere.unreadable')}</p>;
  }
  return (
    <>
      <p className="matches__count">{t('elsewhere.count', { count: answer.matches.length })}</p>
      {!answer.complete && <p>{t('elsewhere.more')}</p>}
      <ul className="match-list">
        {answer.matches.map(({ candidate }) => (
          <li key={candidate.candidateId} className="elsewhere__item">
            <p className="match__title">{candidateLabel(candidate, t)}</p>
            <p className="match__details">{factsOf(candidate, { t, format }).join(' · ')}</p>
            {mayOpen && <ExchangeDetails exchangeId={candidate.candidateId} who={candidateLabel(candidate, t)} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function factsOf({ workLevel, hours, available }: CandidateSummary, { t, format }: Words): string[] {
  const weekly = hours && format.hours(hours);
  return said([
    t('elsewhere.source'),
    workLevel && t(`workLevel.${workLevel}`),
    weekly && t('fact.hoursAWeek', { hours: weekly }),
    available?.from && t('candidate.availableFrom', { date: format.date(available.from) }),
  ]);
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <div className="utrecht-alert utrecht-alert--error problem" role="alert">
      <div className="utrecht-alert__content">
        <p className="problem__title">{t('elsewhere.failed.title')}</p>
        <p>{reasonOf(error, t)}</p>
        {problem && (
          <p className="problem__detail" lang="en">
            {problem.detail}
          </p>
        )}
      </div>
    </div>
  );
}

function reasonOf(error: unknown, t: TFunction): string {
  const status = error instanceof ProblemError ? error.status : undefined;
  if (status === 404) return t('elsewhere.failed.notConnected');
  if (status === 409) return t('elsewhere.failed.postcode');
  if (status === 429) return t('elsewhere.failed.tooOften');
  return t('elsewhere.failed.noAnswer');
}
