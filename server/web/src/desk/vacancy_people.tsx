// SPDX-License-Identifier: EUPL-1.2
import type { Vacancy } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { useProposals } from '../shared/api/queries';
import { usePreferences } from '../shared/preferences';
import { shortId } from '../jobhunter/names';
import { MatchView, type MatchViewProps } from '../jobhunter/match/match_view';
import { ProposalList } from './proposals/proposal_list';
import { ProposeButton } from './proposals/propose_button';
import { ShortlistBar, ShortlistToggle } from './shortlists/shortlist_bar';
import { useShortlist } from './shortlists/use_shortlist';

type VacancyPeopleProps = Pick<MatchViewProps, 'useMatches' | 'fetchFile'> & { vacancy: Vacancy };

/** The people for a vacancy, and for each the way to a shortlist and to a proposal. */
export function VacancyPeople({ vacancy, ...matches }: VacancyPeopleProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { vacancyId: id, title } = vacancy;
  const shortlist = useShortlist(id, title);
  const proposals = useProposals('vacancies', id, language);
  return (
    <div className="desk-column">
      {proposals.data && proposals.data.proposals.length > 0 && <ProposalList of="vacancies" id={id} party="staff" />}
      <MatchView
        {...matches}
        kind="candidates"
        vacancyId={id}
        toolbar={<ShortlistBar shortlist={shortlist} nameOfNew={title} />}
        rowActions={(row, runId) => {
          const who = `${row.title} (${t('candidate.number', { id: shortId(row.candidateId) })})`;
          return (
            <>
              <ShortlistToggle shortlist={shortlist} candidateId={row.candidateId} who={who} />
              {vacancy.status === 'open' && (
                <ProposeButton
                  candidateId={row.candidateId}
                  vacancyId={id}
                  runId={runId}
                  who={who}
                  what={title}
                  proposals={proposals.data}
                />
              )}
            </>
          );
        }}
      />
    </div>
  );
}
