// SPDX-License-Identifier: EUPL-1.2
import type { MatchFacts } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../shared/preferences';
import { isJobSeeker, useSession } from '../../shared/session';

const scale = 100;

/** A bar with what is expected and what is possible. The numbers beside it say the same. */
function ScoreBar({ value, high }: { value: number; high: number }) {
  return (
    <svg
      className="score-bar"
      viewBox={`0 0 ${10_000 / scale} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="score-bar__track" x="0" y="0" width={10_000 / scale} height="8" />
      <rect className="score-bar__possible" x="0" y="0" width={high / scale} height="8" />
      <rect className="score-bar__expected" x="0" y="0" width={value / scale} height="8" />
    </svg>
  );
}

export function ScoreSummary({ facts }: { facts: MatchFacts }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const isOwn = isJobSeeker(useSession());
  const { combinedBp, demandBp, supplyBp, interval } = facts.scores;
  const isOpen = interval.lowBp !== interval.highBp;
  return (
    <div className="score">
      <p className="score__combined">
        <span className="visually-hidden">{t('match.scores.combined')}: </span>
        {format.percent(combinedBp)}
      </p>
      <ScoreBar value={combinedBp} high={interval.highBp} />
      {isOpen && (
        <p className="score__interval">
          {t('match.interval', { low: format.percent(interval.lowBp), high: format.percent(interval.highBp) })}
        </p>
      )}
      <dl className="score__sides">
        <div>
          <dt>{t('match.scores.demand')}</dt>
          <dd>{format.percent(demandBp)}</dd>
        </div>
        <div>
          <dt>{t(isOwn ? 'match.scores.own' : 'match.scores.supply')}</dt>
          <dd>{format.percent(supplyBp)}</dd>
        </div>
        {facts.distanceKm !== undefined && (
          <div>
            <dt>{t('match.distance')}</dt>
            <dd>{format.km(facts.distanceKm)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
