// SPDX-License-Identifier: EUPL-1.2
import { useProposals } from '../../shared/api/queries';
import { usePreferences } from '../../shared/preferences';
import { ProposalList } from './proposal_list';

/** For an employer: who was sent to them for a vacancy, when somebody was. */
export function SentPeople({ vacancyId }: { vacancyId: string }) {
  const { language } = usePreferences();
  const { data } = useProposals('vacancies', vacancyId, language);
  if (!data || data.proposals.length === 0) return null;
  return <ProposalList of="vacancies" id={vacancyId} party="employer" />;
}
