// SPDX-License-Identifier: EUPL-1.2
import type { Announcement } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { saidTogether } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { Icon, type IconName } from '../../shared/ui/icons';
import { pairPath } from '../match/pair_address';
import { candidateLabel, placeInWords, shortId } from '../names';
import { backTo } from '../way_back';
import { standingOf, type Standing } from './feed_days';

const signs: Record<NonNullable<Standing>, IconName> = {
  fits: 'met',
  one_question_open: 'unknown',
  falls_short: 'not_met',
  withdrawn: 'close',
};

export function FeedItem({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { number, at, vacancy, candidate, candidateId, distanceKm, cause, newlyFitting } = announcement;
  const facts = [
    vacancy?.employerName,
    vacancy && placeInWords(vacancy),
    distanceKm === undefined ? undefined : format.km(distanceKm),
    candidate && t('candidate.number', { id: shortId(candidateId) }),
  ];
  return (
    <li className="news" data-number={number}>
      <p className="news__time">
        <time dateTime={at}>{format.clock(at)}</time>
      </p>
      <div className="news__main">
        <h3 className="news__title">
          <Title announcement={announcement} />
        </h3>
        <p className="news__facts">{saidTogether(facts)}</p>
        <p className="news__cause">{t('feed.cause', { cause, count: newlyFitting })}</p>
      </div>
      <Outcome announcement={announcement} />
    </li>
  );
}

/** A link to why they fit, as long as there are two to fit. */
function Title({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation();
  const here = useLocation();
  const { vacancy, candidate, vacancyId, candidateId } = announcement;
  const title = t('pair.title', {
    person: candidate ? candidateLabel(candidate, t) : t('feed.nobody'),
    vacancy: vacancy?.title ?? t('feed.nothing'),
  });
  if (!vacancy || !candidate) return <>{title}</>;
  return (
    <Link className="nl-link" to={pairPath(vacancyId, candidateId)} state={backTo(here)}>
      {title}
    </Link>
  );
}

function Outcome({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { combinedBp, now } = announcement;
  const standing = standingOf(announcement);
  const score = format.percent(now?.combinedBp ?? combinedBp);
  const scoreThen = format.percent(combinedBp);
  return (
    <div className="news__outcome">
      {standing !== 'withdrawn' && (
        <p className="news__score">
          <span className="visually-hidden">{t('match.scores.combined')}: </span>
          {score}
        </p>
      )}
      {standing && (
        <p className={`news__standing news__standing--${standing}`}>
          <Icon name={signs[standing]} /> {t(`feed.standing.${standing}`)}
        </p>
      )}
      {score !== scoreThen && <p className="hint">{t('feed.scoreThen', { score: scoreThen })}</p>}
    </div>
  );
}
