// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useCandidate, useVacancy } from '../../shared/api/queries';
import { usePreferences } from '../../shared/preferences';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { ExplanationView } from '../match/explanation_view';
import { WhyNotView } from '../match/why_not_view';
import { profileLabel, shortId } from '../names';
import { RecordHeader } from './record_header';

/** One person and one vacancy: why not, and the whole explanation from both sides. */
export function PairPage() {
  const { t } = useTranslation();
  const { id = '', candidateId = '' } = useParams();
  const { language } = usePreferences();
  const vacancy = useVacancy(id, language);
  const candidate = useCandidate(candidateId, language);
  const error = vacancy.error ?? candidate.error;
  if (error) {
    const again = () => void Promise.all([vacancy.refetch(), candidate.refetch()]);
    return (
      <>
        <RecordHeader title={t('pair.missing')} details={[]} listPath="/vacatures" />
        <ProblemAlert error={error} onRetry={again} />
      </>
    );
  }
  if (!vacancy.data || !candidate.data) return <Loading />;
  return (
    <>
      <RecordHeader
        title={t('pair.title', { person: profileLabel(candidate.data, t), vacancy: vacancy.data.title })}
        details={[t('candidate.number', { id: shortId(candidateId) })]}
        listPath="/vacatures"
      />
      <WhyNotView vacancyId={id} candidateId={candidateId} />
      <section aria-labelledby="pair-explanation">
        <Heading level={2} appearance="level-3" id="pair-explanation">
          {t('pair.explanation')}
        </Heading>
        <ExplanationView vacancyId={id} candidateId={candidateId} profile="" headingLevel={3} />
      </section>
    </>
  );
}
