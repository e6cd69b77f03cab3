// SPDX-License-Identifier: EUPL-1.2
import type { VacancySearch, VacancySearchResult } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { downloadVacancies, useVacancySearch } from '../../shared/api/queries';
import { said, saidTogether } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { placeInWords } from '../names';
import { Fragments, HitText } from '../search/fragments';
import { vacancyFacets, vacancySearchOf } from '../search/search_request';
import { SearchView } from '../search/search_view';
import { backTo } from '../way_back';

type Hit = VacancySearchResult['hits'][number];

export function VacanciesPage() {
  const { language } = usePreferences();
  return (
    <SearchView<Hit, VacancySearch>
      kind="vacancies"
      facets={vacancyFacets}
      suggest={['occupation']}
      searchOf={(state) => vacancySearchOf(state, language)}
      useSearch={useVacancySearch}
      fetchFile={downloadVacancies}
      hitId={({ vacancy }) => vacancy.vacancyId}
      renderHit={(hit) => <VacancyHit hit={hit} />}
    />
  );
}

function VacancyHit({ hit: { vacancy, distanceKm, fragments } }: { hit: Hit }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const here = useLocation();
  const hours = vacancy.hours && format.hours(vacancy.hours);
  const facts = [
    vacancy.employerName,
    placeInWords(vacancy),
    distanceKm === undefined ? undefined : format.km(distanceKm),
    hours && t('fact.hoursAWeek', { hours }),
    vacancy.closes && t('vacancy.closes', { date: format.date(vacancy.closes) }),
    vacancy.status === 'closed' ? t('vacancy.closed') : undefined,
    vacancy.organisation,
  ];
  return (
    <>
      <h3 className="hit__title">
        <Link className="nl-link" to={`/vacatures/${vacancy.vacancyId}`} state={backTo(here)}>
          <HitText text={vacancy.title} fragments={fragments} />
        </Link>
      </h3>
      <p className="hit__facts">{saidTogether(facts)}</p>
      {vacancy.occupation && (
        <p className="hit__concept">
          <HitText text={vacancy.occupation.label} fragments={fragments} />
        </p>
      )}
      <Fragments fragments={fragments} shown={said([vacancy.title, vacancy.occupation?.label, vacancy.employerName])} />
    </>
  );
}
