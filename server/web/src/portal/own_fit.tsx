// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { ExplanationView } from '../jobhunter/match/explanation_view';

/** Beside a vacancy: how it fits the job seeker who reads it, and what is still open. */
export function OwnFit({ vacancyId, candidateId }: { vacancyId: string; candidateId: string }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="own-fit">
      <Heading level={2} appearance="level-3" id="own-fit">
        {t('portal.fit.title')}
      </Heading>
      <ExplanationView vacancyId={vacancyId} candidateId={candidateId} profile="" headingLevel={3} />
    </section>
  );
}
