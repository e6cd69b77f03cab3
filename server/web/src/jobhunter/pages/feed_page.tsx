// SPDX-License-Identifier: EUPL-1.2
import type { FeedPage as Answer } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFeed } from '../../shared/api/queries';
import { useFragmentState } from '../../shared/fragment_state';
import { usePreferences } from '../../shared/preferences';
import { useHeadingFocus } from '../../shared/ui/heading_focus';
import { Icon } from '../../shared/ui/icons';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { byDay } from '../feed/feed_days';
import { FeedItem } from '../feed/feed_item';
import { feedCodec } from '../feed/feed_state';

/** Which pairs have newly come to fit, the newest first. */
export function FeedPage() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { state, addressOf } = useFragmentState(feedCodec);
  const heading = useHeadingFocus(t('feed.title'));
  const { data, error, refetch } = useFeed(state.before, language);
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('feed.title')}
      </Heading>
      <p className="lead">{t('feed.lead')}</p>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && <Days page={data} />}
      {data?.announcements.length === 0 && <Empty isFirst={state.before === undefined} />}
      {data && (
        <nav className="pager" aria-label={t('feed.pages')}>
          {state.before !== undefined && (
            <Link className="nl-link pager__step" to={addressOf({ before: undefined })}>
              <Icon name="back" /> {t('feed.newest')}
            </Link>
          )}
          {!data.complete && (
            <Link className="nl-link pager__step" to={addressOf({ before: data.next })} rel="next">
              {t('feed.older')} <Icon name="next" />
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Days({ page }: { page: Answer }) {
  const { format } = usePreferences();
  return (
    <>
      {byDay(page.announcements, format.dayOf).map(({ day, announcements }) => (
        <section key={day} className="news-day" aria-label={day}>
          <Heading level={2} appearance="level-4" className="news-day__name">
            {day}
          </Heading>
          <ol className="news-list">
            {announcements.map((announcement) => (
              <FeedItem key={announcement.number} announcement={announcement} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Empty({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p>{t(isFirst ? 'feed.empty' : 'feed.emptyOlder')}</p>
      {isFirst && (
        <>
          <p>{t('feed.emptyHint')}</p>
          <p className="empty__actions">
            <Link className="nl-link" to="/vacatures">
              {t('feed.toVacancies')}
            </Link>
            <Link className="nl-link" to="/werkzoekenden">
              {t('feed.toCandidates')}
            </Link>
          </p>
        </>
      )}
    </div>
  );
}
