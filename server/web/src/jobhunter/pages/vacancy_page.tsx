// SPDX-License-Identifier: EUPL-1.2
import type { MatchRequest, Vacancy, VacancyMatchResult } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { api } from '../../shared/api/api';
import { useVacancy, useVacancyMatches } from '../../shared/api/queries';
import { said } from '../../shared/format/said';
import { OwnFit } from '../../portal/own_fit';
import { SentPeople } from '../../desk/proposals/sent_people';
import { VacancyPeople } from '../../desk/vacancy_people';
import { VacancyToolbar } from '../../desk/vacancy_toolbar';
import { usePreferences } from '../../shared/preferences';
import { isEmployer, isJobSeeker, isMediator, useSession } from '../../shared/session';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { DemandList } from '../facts/demand_list';
import { heaviestFirst, vacancyDemands } from '../facts/vacancy_demands';
import { WideDisclosure } from '../facts/wide_disclosure';
import type { Words } from '../facts/words';
import { Elsewhere } from '../match/elsewhere';
import type { MatchRow } from '../match/match_row';
import { mapResult } from '../match/map_result';
import { candidateLabel, placeInWords, shortId } from '../names';
import { RecordHeader } from './record_header';

export function VacancyPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { language } = usePreferences();
  const { data, error, refetch } = useVacancy(id, language);
  if (error) {
    return (
      <>
        <RecordHeader title={t('vacancy.missing')} details={[]} listPath="/vacatures" />
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return data ? <VacancyBody key={id} vacancy={data} /> : <Loading />;
}

function detailsOf(vacancy: Vacancy, { t, format }: Words): string[] {
  return said([
    vacancy.employerName,
    placeInWords(vacancy.location),
    vacancy.positions && vacancy.positions > 1 ? t('vacancy.positions', { count: vacancy.positions }) : undefined,
    vacancy.posted && t('vacancy.posted', { date: format.date(vacancy.posted) }),
    vacancy.closes && t('vacancy.closes', { date: format.date(vacancy.closes) }),
    vacancy.status === 'closed' ? t('vacancy.closed') : undefined,
    vacancy.reference && t('vacancy.reference', { reference: vacancy.reference }),
    vacancy.organisation,
  ]);
}

function rowsOf({ matches }: VacancyMatchResult, vacancyId: string, { t, format }: Words): MatchRow[] {
  return matches.map(({ candidate, ...facts }) => {
    const { candidateId, workLevel, available } = candidate;
    const hours = candidate.hours && format.hours(candidate.hours);
    const details = [
      t('candidate.number', { id: shortId(candidateId) }),
      workLevel && t(`workLevel.${workLevel}`),
      hours && t('fact.hoursAWeek', { hours }),
      available?.from && t('candidate.availableFrom', { date: format.date(available.from) }),
      candidate.organisation,
    ];
    return {
      id: candidateId,
      vacancyId,
      candidateId,
      path: `/werkzoekenden/${candidateId}`,
      title: candidateLabel(candidate, t),
      details: said(details),
      facts,
    };
  });
}

function VacancyBody({ vacancy }: { vacancy: Vacancy }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const words = { t, format };
  const session = useSession();
  const id = vacancy.vacancyId;
  const mayChange = isMediator(session) || isEmployer(session);
  const listPath = isEmployer(session) ? '/onze-vacatures' : '/vacatures';
  const toRows = (result: VacancyMatchResult) => rowsOf(result, id, words);
  return (
    <>
      <RecordHeader
        title={vacancy.title}
        details={detailsOf(vacancy, words)}
        listPath={listPath}
        {...(isEmployer(session) ? {} : { alike: { id, label: t('vacancy.alike') } })}
      />
      {mayChange && <VacancyToolbar vacancy={vacancy} listPath={listPath} />}
      <div className="record">
        <div className="record__facts">
          <WideDisclosure title={t('vacancy.demands')}>
            <DemandList demands={heaviestFirst(vacancyDemands(vacancy, words))} />
            {vacancy.conditionsText && <p className="long-text">{vacancy.conditionsText}</p>}
          </WideDisclosure>
          {vacancy.description && (
            <details className="disclosure">
              <summary>
                <h2 className="nl-heading nl-heading--level-4">{t('vacancy.description')}</h2>
              </summary>
              <p className="long-text">{vacancy.description}</p>
            </details>
          )}
        </div>
        {isMediator(session) && (
          <VacancyPeople
            vacancy={vacancy}
            useMatches={(request: MatchRequest) => mapResult(useVacancyMatches(id, request), toRows)}
            fetchFile={(body, form) =>
              api.download('post', '/vacancies/{vacancyId}/_match', { params: { path: { vacancyId: id } }, body }, form)
            }
          />
        )}
        {isEmployer(session) && <SentPeople vacancyId={id} />}
        {isMediator(session) && vacancy.status === 'open' && <Elsewhere key={id} vacancyId={id} />}
        {isJobSeeker(session) && session.candidateId && <OwnFit vacancyId={id} candidateId={session.candidateId} />}
      </div>
    </>
  );
}
