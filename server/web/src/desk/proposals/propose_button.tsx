// SPDX-License-Identifier: EUPL-1.2
import type { Proposals } from '@passend/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../shared/api/use_change';
import { forgetDraft } from '../../shared/drafts';
import { ReasonDialog } from './reason_dialog';
import { isUnderWay } from './steps';
import { proposals as records } from '../../shared/api/records';

interface ProposeButtonProps {
  candidateId: string;
  vacancyId: string;
  /** The match run that the mediator was looking at. */
  runId?: string | undefined;
  who: string;
  what: string;
  /** Of this vacancy or this person; undefined until they are known. */
  proposals: Proposals | undefined;
}

export const proposalOf = (proposals: Proposals | undefined, candidateId: string, vacancyId: string) =>
  proposals?.proposals.find(
    ({ proposal }) => proposal.candidate === candidateId && proposal.vacancy === vacancyId && isUnderWay(proposal.step),
  )?.proposal;

/** Puts somebody forward for a vacancy, with the reason in words; or says how far that is already. */
export function ProposeButton({ candidateId, vacancyId, runId, who, what, proposals }: ProposeButtonProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const draftName = `proposal.${vacancyId}.${candidateId}`;
  const proposing = useChange(
    (reason: string, key) =>
      records.add(
        { candidate: candidateId, vacancy: vacancyId, reason, ...(runId === undefined ? {} : { run: runId }) },
        key,
      ),
    () => {
      forgetDraft(draftName);
      setIsAsking(false);
    },
  );
  const before = proposalOf(proposals, candidateId, vacancyId);
  if (before)
    return <span className="proposal-state">{t('proposal.is', { step: t(`proposal.step.${before.step}`) })}</span>;
  return (
    <>
      <button type="button" className="link-button" disabled={!proposals} onClick={() => setIsAsking(true)}>
        {t('proposal.propose')}
        <span className="visually-hidden"> {who}</span>
      </button>
      {isAsking && (
        <ReasonDialog
          title={t('proposal.title', { who })}
          text={<p>{t('proposal.text', { what })}</p>}
          label={t('proposal.reason')}
          hint={t('proposal.reasonHint')}
          action={t('proposal.propose')}
          isRequired
          draftName={draftName}
          isBusy={proposing.isPending}
          error={proposing.error}
          onConfirm={proposing.mutate}
          onCancel={() => {
            proposing.reset();
            setIsAsking(false);
          }}
        />
      )}
    </>
  );
}
