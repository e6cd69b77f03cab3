// SPDX-License-Identifier: EUPL-1.2
import type { CriterionExplanation, Explanation, SideExplanation } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { useExplanation } from '../../shared/api/queries';
import { usePreferences } from '../../shared/preferences';
import { isJobSeeker, useSession } from '../../shared/session';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { ImportanceBadge, OutcomeMark } from './outcome';

interface ExplanationViewProps {
  vacancyId: string;
  candidateId: string;
  /** Of the weights; empty: that of the server. */
  profile: string;
  /** One below that of the heading under which the explanation stands. */
  headingLevel: HeadingLevel;
}

type HeadingLevel = 3 | 4;

export function ExplanationView({ vacancyId, candidateId, profile, headingLevel }: ExplanationViewProps) {
  const { explanationLanguage } = usePreferences();
  const { data, error, refetch } = useExplanation(vacancyId, candidateId, explanationLanguage, profile);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <ExplanationBody explanation={data} headingLevel={headingLevel} />;
}

function ExplanationBody({ explanation, headingLevel }: { explanation: Explanation; headingLevel: HeadingLevel }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const session = useSession();
  const { headline, scores, demand, supply, whyNot, openQuestions } = explanation;
  return (
    <div className="explanation">
      <p className="explanation__headline">{headline}</p>
      <p className="explanation__combined">
        {t(scores.interval.lowBp === scores.interval.highBp ? 'match.combinedCertain' : 'match.combinedExact', {
          score: format.percentExact(scores.combinedBp),
          low: format.percentExact(scores.interval.lowBp),
          high: format.percentExact(scores.interval.highBp),
        })}
      </p>
      <Notes title={t('match.whyNot')} notes={whyNot} kind="not_met" headingLevel={headingLevel} />
      <Notes title={t('match.openQuestions')} notes={openQuestions} kind="unknown" headingLevel={headingLevel} />
      <div className="explanation__sides">
        <SideView title={t('match.side.demand')} side={demand} headingLevel={headingLevel} />
        <SideView
          title={t(isJobSeeker(session) ? 'match.side.own' : 'match.side.supply')}
          side={supply}
          headingLevel={headingLevel}
        />
      </div>
    </div>
  );
}

function Notes({
  title,
  notes,
  kind,
  headingLevel,
}: {
  title: string;
  notes: readonly { criterion: string; text: string }[];
  kind: string;
  headingLevel: HeadingLevel;
}) {
  if (notes.length === 0) return null;
  return (
    <div className={`notes notes--${kind}`}>
      <Heading level={headingLevel} appearance="level-5">
        {title}
      </Heading>
      <ul>
        {notes.map(({ criterion, text }, place) => (
          <li key={`${criterion} ${place}`}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function SideView({ title, side, headingLevel }: { title: string; side: SideExplanation; headingLevel: HeadingLevel }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const isOpen = side.interval.lowBp !== side.interval.highBp;
  return (
    <section className="side">
      <Heading level={headingLevel} appearance="level-5">
        {title}: {format.percentExact(side.scoreBp)}
      </Heading>
      {isOpen && (
        <p className="hint">
          {t('match.interval', {
            low: format.percentExact(side.interval.lowBp),
            high: format.percentExact(side.interval.highBp),
          })}
        </p>
      )}
      {side.criteria.length === 0 && <p>{t('match.side.nothingSet')}</p>}
      <ul className="criteria">
        {side.criteria.map((criterion) => (
          <CriterionView key={criterion.criterion} criterion={criterion} />
        ))}
      </ul>
    </section>
  );
}

function CriterionView({ criterion }: { criterion: CriterionExplanation }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { name, importance, outcome, contributionBp, maximumBp, sentences } = criterion;
  return (
    <li className="criterion">
      <div className="criterion__line">
        <strong className="criterion__name">{name}</strong>
        <ImportanceBadge importance={importance} />
        <OutcomeMark outcome={outcome} />
        <span className="criterion__points">
          {t('match.contribution', { points: format.points(contributionBp), most: format.points(maximumBp) })}
        </span>
      </div>
      <ul className="criterion__sentences">
        {sentences.map((sentence, place) => (
          <li key={place} className="criterion__sentence">
            {sentence}
          </li>
        ))}
      </ul>
    </li>
  );
}
