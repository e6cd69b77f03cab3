// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { CandidateMatches } from '../jobhunter/match/candidate_matches';
import { useHeadingFocus } from '../shared/ui/heading_focus';
import { OwnRecord } from './own_record';

/** The vacancies that fit a job seeker, each with its reasons. */
export function OwnVacanciesPage() {
  const { t } = useTranslation();
  const heading = useHeadingFocus(t('portal.vacancies.title'));
  return (
    <OwnRecord>
      {(id) => (
        <>
          <Heading level={1} ref={heading} tabIndex={-1}>
            {t('portal.vacancies.title')}
          </Heading>
          <p className="lead">{t('portal.vacancies.lead')}</p>
          <CandidateMatches candidateId={id} />
        </>
      )}
    </OwnRecord>
  );
}
