// SPDX-License-Identifier: EUPL-1.2
import type { CandidateMatchResult, MatchRequest } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/api';
import { useCandidateMatches } from '../../shared/api/queries';
import { said } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import type { Words } from '../facts/words';
import { placeInWords } from '../names';
import { mapResult } from './map_result';
import type { MatchRow } from './match_row';
import { MatchView, type MatchViewProps } from './match_view';

function rowsOf({ matches }: CandidateMatchResult, candidateId: string, { t, format }: Words): MatchRow[] {
  return matches.map(({ vacancy, ...facts }) => {
    const hours = vacancy.hours && format.hours(vacancy.hours);
    const details = [
      vacancy.employerName,
      placeInWords(vacancy),
      hours && t('fact.hoursAWeek', { hours }),
      vacancy.closes && t('vacancy.closes', { date: format.date(vacancy.closes) }),
      vacancy.organisation,
    ];
    return {
      id: vacancy.vacancyId,
      vacancyId: vacancy.vacancyId,
      candidateId,
      path: `/vacatures/${vacancy.vacancyId}`,
      title: vacancy.title,
      details: said(details),
      facts,
    };
  });
}

interface CandidateMatchesProps extends Pick<MatchViewProps, 'rowActions'> {
  candidateId: string;
}

/** The vacancies for one person, ranked and explained. */
export function CandidateMatches({ candidateId, ...more }: CandidateMatchesProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const toRows = (result: CandidateMatchResult) => rowsOf(result, candidateId, { t, format });
  return (
    <MatchView
      {...more}
      kind="vacancies"
      useMatches={(request: MatchRequest) => mapResult(useCandidateMatches(candidateId, request), toRows)}
      fetchFile={(body, form) =>
        api.download('post', '/candidates/{candidateId}/_match', { params: { path: { candidateId } }, body }, form)
      }
    />
  );
}
