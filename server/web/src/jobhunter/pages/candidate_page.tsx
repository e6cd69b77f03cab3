// SPDX-License-Identifier: EUPL-1.2
import type { Candidate } from '@passend/client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useCandidate } from '../../shared/api/queries';
import { said } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { PersonDetails } from '../../desk/details/person_details';
import { CandidateWork } from '../../desk/candidate_work';
import { isMediator, useSession } from '../../shared/session';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { candidateWishes } from '../facts/candidate_wishes';
import { DemandList } from '../facts/demand_list';
import { portfolioParts } from '../facts/portfolio';
import { PortfolioView } from '../facts/portfolio_view';
import { WideDisclosure } from '../facts/wide_disclosure';
import type { Words } from '../facts/words';
import { CandidateMatches } from '../match/candidate_matches';
import { profileLabel, shortId } from '../names';
import { RecordHeader } from './record_header';

export function CandidatePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { language } = usePreferences();
  const { data, error, refetch } = useCandidate(id, language);
  if (error) {
    return (
      <>
        <RecordHeader title={t('candidate.missing')} details={[]} listPath="/werkzoekenden" />
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return data ? <CandidateBody key={id} candidate={data} /> : <Loading />;
}

function detailsOf(candidate: Candidate, { t, format }: Words): string[] {
  return said([
    t('candidate.number', { id: shortId(candidate.candidateId) }),
    candidate.organisation,
    candidate.caseload && t('candidate.caseload', { name: candidate.caseload }),
    candidate.updated && t('candidate.updated', { date: format.date(candidate.updated) }),
  ]);
}

function CandidateBody({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const session = useSession();
  const words = { t, format };
  const id = candidate.candidateId;
  return (
    <>
      <RecordHeader
        title={profileLabel(candidate, t)}
        details={detailsOf(candidate, words)}
        listPath="/werkzoekenden"
        alike={{ id, label: t('candidate.alike') }}
      />
      {candidate.summary && <p className="summary">{candidate.summary}</p>}
      <div className="record">
        <div className="record__facts">
          {session.roles.includes('jobhunter') && <PersonDetails candidateId={id} />}
          <WideDisclosure title={t('candidate.wishes')}>
            <DemandList demands={candidateWishes(candidate, words)} />
          </WideDisclosure>
          <WideDisclosure title={t('candidate.portfolio')}>
            <PortfolioView parts={portfolioParts(candidate, words)} />
          </WideDisclosure>
        </div>
        {isMediator(session) ? (
          <CandidateWork candidateId={id} who={profileLabel(candidate, t)} />
        ) : (
          <CandidateMatches candidateId={id} />
        )}
      </div>
    </>
  );
}
