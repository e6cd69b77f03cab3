// SPDX-License-Identifier: EUPL-1.2
import type { ConceptKind, Status } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { useStatus } from '../../shared/api/queries';
import { fragmentOf } from '../../shared/fragment_state';
import { usePreferences } from '../../shared/preferences';
import { useHeadingFocus } from '../../shared/ui/heading_focus';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { SearchForm } from '../search/search_form';
import { emptySearch, searchCodec } from '../search/search_state';

const vacancySuggestions: readonly ConceptKind[] = ['occupation'];
const candidateSuggestions: readonly ConceptKind[] = ['occupation', 'competence', 'credential'];

export function StartPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useStatus();
  const heading = useHeadingFocus(t('start.title'));
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('start.title')}
      </Heading>
      <p className="lead">{t('start.lead')}</p>
      <div className="entries">
        <Entry kind="vacancies" path="/vacatures" count={data?.pool.vacancies} suggest={vacancySuggestions} />
        <Entry kind="candidates" path="/werkzoekenden" count={data?.counts.candidates} suggest={candidateSuggestions} />
      </div>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && <Freshness status={data} />}
    </>
  );
}

interface EntryProps {
  kind: 'vacancies' | 'candidates';
  path: string;
  count: number | undefined;
  suggest: readonly ConceptKind[];
}

function Entry({ kind, path, count, suggest }: EntryProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const navigate = useNavigate();
  const search = (query: string) =>
    void navigate({ pathname: path, hash: fragmentOf(searchCodec, { ...emptySearch, query }) });
  return (
    <section className="entry" aria-labelledby={`entry-${kind}`}>
      <Heading level={2} appearance="level-3" id={`entry-${kind}`}>
        {t(`start.${kind}.title`)}
      </Heading>
      <p>{t(`start.${kind}.text`)}</p>
      <SearchForm label={t(`${kind}.searchLabel`)} initialQuery="" suggest={suggest} onSearch={search} />
      <p>
        <Link className="nl-link" to={path}>
          {count === undefined
            ? t(`start.${kind}.all`)
            : t(`start.${kind}.allCounted`, { count, shown: format.number(count) })}
        </Link>
      </p>
    </section>
  );
}

/** How far search and matching are behind the records, in changes; usually nothing. */
function Freshness({ status }: { status: Status }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const behind = status.feedPosition - Math.min(status.index.feedPosition, status.pool.feedPosition);
  return (
    <section className="freshness" aria-labelledby="freshness">
      <Heading level={2} appearance="level-5" id="freshness">
        {t('start.freshness')}
      </Heading>
      <p>{behind <= 0 ? t('start.upToDate') : t('start.behind', { count: behind, shown: format.number(behind) })}</p>
      <p className="hint">
        {t('start.holds', {
          employers: status.counts.employers,
          shownEmployers: format.number(status.counts.employers),
          concepts: format.number(status.taxonomy.concepts),
          version: status.version,
        })}
      </p>
    </section>
  );
}
