// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useProposals } from '../shared/api/queries';
import { usePreferences } from '../shared/preferences';
import { CandidateMatches } from '../jobhunter/match/candidate_matches';
import { ProposalList } from './proposals/proposal_list';
import { ProposeButton } from './proposals/propose_button';
import { ShortlistBar, ShortlistToggle } from './shortlists/shortlist_bar';
import { useShortlist } from './shortlists/use_shortlist';

/** On the page of a person: the shortlist they can go to, what they were put forward for, and the vacancies that fit. */
export function CandidateWork({ candidateId, who }: { candidateId: string; who: string }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const nameOfNew = t('shortlist.usualName');
  const shortlist = useShortlist(undefined, nameOfNew);
  const proposals = useProposals('candidates', candidateId, language);
  return (
    <div className="desk-column">
      <section className="desk-part" aria-label={t('shortlist.title')}>
        <ShortlistBar shortlist={shortlist} nameOfNew={nameOfNew}>
          <ShortlistToggle shortlist={shortlist} candidateId={candidateId} who={who} />
        </ShortlistBar>
      </section>
      {proposals.data && proposals.data.proposals.length > 0 && (
        <ProposalList of="candidates" id={candidateId} party="staff" />
      )}
      <CandidateMatches
        candidateId={candidateId}
        rowActions={(row, runId) => (
          <ProposeButton
            candidateId={candidateId}
            vacancyId={row.vacancyId}
            runId={runId}
            who={who}
            what={row.title}
            proposals={proposals.data}
          />
        )}
      />
    </div>
  );
}
