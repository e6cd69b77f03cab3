// SPDX-License-Identifier: EUPL-1.2
import type { CandidateSearch, CandidateSearchResult } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { downloadCandidates, useCandidateSearch } from '../../shared/api/queries';
import { said, saidTogether } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { candidateLabel, shortId } from '../names';
import { Fragments, HitText } from '../search/fragments';
import { candidateFacets, candidateSearchOf } from '../search/search_request';
import { SearchView } from '../search/search_view';
import { backTo } from '../way_back';

type Hit = CandidateSearchResult['hits'][number];

export function CandidatesPage() {
  const { language } = usePreferences();
  return (
    <SearchView<Hit, CandidateSearch>
      kind="candidates"
      facets={candidateFacets}
      suggest={['occupation', 'competence', 'credential']}
      searchOf={(state) => candidateSearchOf(state, language)}
      useSearch={useCandidateSearch}
      fetchFile={downloadCandidates}
      hitId={({ candidate }) => candidate.candidateId}
      renderHit={(hit) => <CandidateHit hit={hit} />}
    />
  );
}

/** One person in a list of people. */
export function CandidateHit({ hit: { candidate, distanceKm, fragments } }: { hit: Hit }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const here = useLocation();
  const hours = candidate.hours && format.hours(candidate.hours);
  const facts = [
    t('candidate.number', { id: shortId(candidate.candidateId) }),
    distanceKm === undefined ? undefined : format.km(distanceKm),
    candidate.workLevel && t(`workLevel.${candidate.workLevel}`),
    hours && t('fact.hoursAWeek', { hours }),
    candidate.available?.from && t('candidate.availableFrom', { date: format.date(candidate.available.from) }),
    candidate.organisation,
  ];
  return (
    <>
      <h3 className="hit__title">
        <Link className="nl-link" to={`/werkzoekenden/${candidate.candidateId}`} state={backTo(here)}>
          {candidateLabel(candidate, t)}
        </Link>
      </h3>
      <p className="hit__facts">{saidTogether(facts)}</p>
      {candidate.summary && (
        <p className="hit__concept">
          <HitText text={candidate.summary} fragments={fragments} />
        </p>
      )}
      <Fragments fragments={fragments} shown={said([candidate.summary])} />
    </>
  );
}
