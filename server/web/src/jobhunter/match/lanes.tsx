// SPDX-License-Identifier: EUPL-1.2
import type { MatchPage } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router-dom';
import type { ListedLane } from '../../shared/api/types';
import { usePreferences } from '../../shared/preferences';
import { isJobSeeker, useSession } from '../../shared/session';
import { WhyNotForm } from './why_not_form';

interface LanesProps {
  kind: 'candidates' | 'vacancies';
  counts: MatchPage['counts'];
  lane: ListedLane;
  addressOf(lane: ListedLane): To;
  carried: unknown;
  /** The vacancy whose candidates are listed. */
  vacancyId: string | undefined;
}

/** Two lanes to choose from, and the third as a number with its explanation: nobody is left out unseen. */
export function Lanes({ kind, counts, lane, addressOf, carried, vacancyId }: LanesProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const isOwn = isJobSeeker(useSession());
  const listed: { lane: ListedLane; count: number }[] = [
    { lane: 'fits', count: counts.fits },
    { lane: 'one_question_open', count: counts.oneQuestionOpen },
  ];
  return (
    <div className="lanes">
      <nav aria-label={t('lane.choose')}>
        <ul className="lanes__list">
          {listed.map((one) => (
            <li key={one.lane}>
              <Link
                to={addressOf(one.lane)}
                state={carried}
                preventScrollReset
                className={`lane lane--${one.lane}`}
                {...(one.lane === lane ? { 'aria-current': 'true' as const } : {})}
              >
                <span className="lane__name">{t(`lane.${one.lane}`)}</span>{' '}
                <span className="lane__count">{format.number(one.count)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <details className="lanes__short">
        <summary>
          {t('lane.falls_short')} <strong>{format.number(counts.fallsShort)}</strong>
        </summary>
        <p>{t(`lane.fallsShortExplained.${isOwn ? 'own' : kind}`)}</p>
        {vacancyId && <WhyNotForm vacancyId={vacancyId} />}
      </details>
    </div>
  );
}
