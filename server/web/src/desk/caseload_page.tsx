// SPDX-License-Identifier: EUPL-1.2
import type { CandidateSearch, CandidateSearchResult } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { downloadCandidates, useCandidateSearch } from '../shared/api/queries';
import { usePreferences } from '../shared/preferences';
import { useSession } from '../shared/session';
import { CandidateHit } from '../jobhunter/pages/candidates_page';
import { candidateFacets, candidateSearchOf } from '../jobhunter/search/search_request';
import { SearchView } from '../jobhunter/search/search_view';
import type { SearchState } from '../jobhunter/search/search_state';

type Hit = CandidateSearchResult['hits'][number];

/** The clients of who has signed in: the server knows whose they are, the page does not say it. */
export function CaseloadPage() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { caseload } = useSession();
  if (caseload === undefined) {
    return (
      <>
        <Heading level={1}>{t('caseload.title')}</Heading>
        <p>{t('caseload.none')}</p>
      </>
    );
  }
  const searchOf = (state: SearchState): CandidateSearch => {
    const search = candidateSearchOf(state, language);
    return { ...search, filters: { ...search.filters, caseload: 'own' } };
  };
  return (
    <SearchView<Hit, CandidateSearch>
      kind="candidates"
      title={t('caseload.title')}
      none={t('caseload.empty')}
      facets={candidateFacets}
      suggest={['occupation', 'competence', 'credential']}
      searchOf={searchOf}
      useSearch={useCandidateSearch}
      fetchFile={downloadCandidates}
      hitId={({ candidate }) => candidate.candidateId}
      renderHit={(hit) => <CandidateHit hit={hit} />}
    />
  );
}
