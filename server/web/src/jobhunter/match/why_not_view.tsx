// SPDX-License-Identifier: EUPL-1.2
import type { WhyNot } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { useWhyNot } from '../../shared/api/queries';
import { usePreferences } from '../../shared/preferences';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';

export function WhyNotView({ vacancyId, candidateId }: { vacancyId: string; candidateId: string }) {
  const { explanationLanguage } = usePreferences();
  const { data, error, refetch } = useWhyNot(vacancyId, candidateId, explanationLanguage);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <WhyNotBody whyNot={data} />;
}

function WhyNotBody({ whyNot }: { whyNot: WhyNot }) {
  const { t } = useTranslation();
  const { now, headline, requirements, together } = whyNot;
  const ofEmployer = requirements.filter(({ side }) => side === 'demand');
  const own = requirements.filter(({ side }) => side === 'supply');
  return (
    <section className="why-not" aria-labelledby="why-not-heading">
      <Heading level={2} appearance="level-3" id="why-not-heading">
        {t('whyNot.title', { lane: now.lane })}
      </Heading>
      <p className="why-not__headline">{headline}</p>
      <RequirementList title={t('whyNot.ofEmployer')} requirements={ofEmployer} />
      {together && <p className="why-not__together">{together}</p>}
      <RequirementList title={t('whyNot.own')} requirements={own} />
    </section>
  );
}

function RequirementList({ title, requirements }: { title: string; requirements: WhyNot['requirements'] }) {
  if (requirements.length === 0) return null;
  return (
    <div className="notes notes--not_met">
      <Heading level={3} appearance="level-5">
        {title}
      </Heading>
      <ul>
        {requirements.map(({ criterion, text }) => (
          <li key={criterion}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
