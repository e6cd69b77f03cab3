// SPDX-License-Identifier: EUPL-1.2
import { isStale } from '@passend/client';
import type { Proposals } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useProposals } from '../../shared/api/queries';
import { useChange } from '../../shared/api/use_change';
import { forgetDraft } from '../../shared/drafts';
import { saidTogether } from '../../shared/format/said';
import type { Format } from '../../shared/format/format';
import { usePreferences } from '../../shared/preferences';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { candidateLabel, shortId } from '../../jobhunter/names';
import { backTo } from '../../jobhunter/way_back';
import { ReasonDialog } from './reason_dialog';
import { pathOf, stepsFor, wantsReason, type Party, type Step } from './steps';
import { proposals } from '../../shared/api/records';

type Row = Proposals['proposals'][number];

interface ProposalListProps {
  of: 'vacancies' | 'candidates';
  id: string;
  /** Who looks at it. */
  party: Party;
}

/** Who was put forward for a vacancy, or for what somebody was put forward, and how far that is. */
export function ProposalList({ of, id, party }: ProposalListProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { data, error, refetch } = useProposals(of, id, language);
  return (
    <section className="desk-part" aria-labelledby="proposals">
      <Heading level={2} appearance="level-3" id="proposals">
        {t(`proposal.list.${party}`)}
      </Heading>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.proposals.length > 0 && (
        <ul className="hits">
          {data.proposals.map((row) => (
            <ProposalItem key={row.proposal.id} row={row} of={of} party={party} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ProposalItem({ row, of, party }: Pick<ProposalListProps, 'of' | 'party'> & { row: Row }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const here = useLocation();
  const { proposal } = row;
  const [asked, setAsked] = useState<Step>();
  const draftName = `step.${proposal.id}`;
  const changing = useChange(
    async ({ step, reason }: { step: Step; reason: string }, key) => {
      const { etag } = await proposals.read(proposal.id);
      // Without words of its own a step keeps those of the one before.
      return proposals.change(proposal.id, { step, ...(reason === '' ? {} : { reason }) }, etag, key);
    },
    () => {
      forgetDraft(draftName);
      setAsked(undefined);
    },
  );
  const [name, path] = nameOf(row, of, t);
  const steps = stepsFor(party, proposal.step);
  return (
    <li className="hit">
      <p className="hit__title">
        {party === 'staff' ? (
          <Link className="nl-link" to={path} state={backTo(here)}>
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      <ol className="steps" aria-label={t('proposal.steps')}>
        {pathOf(party, proposal.step).map((step) => (
          <li
            key={step}
            className="steps__step"
            {...(step === proposal.step ? { 'aria-current': 'step' as const } : {})}
          >
            {t(`proposal.step.${step}`)}
          </li>
        ))}
      </ol>
      {party === 'employer' && <p className="hit__facts">{factsOf(row, t, format)}</p>}
      <p className="hit__facts">
        {proposal.since && t('proposal.since', { date: format.date(proposal.since) })}
        {proposal.reason && <> · {proposal.reason}</>}
      </p>
      {steps.length > 0 && (
        <p className="actions">
          {steps.map((step) => (
            <button key={step} type="button" className="link-button" onClick={() => setAsked(step)}>
              {t(`proposal.go.${step}`)}
              <span className="visually-hidden"> {name}</span>
            </button>
          ))}
        </p>
      )}
      {asked && (
        <ReasonDialog
          title={t(`proposal.go.${asked}`)}
          text={<p>{name}</p>}
          label={t('proposal.why')}
          hint={t('proposal.reasonHint')}
          action={t('form.save')}
          isRequired={wantsReason(asked)}
          draftName={draftName}
          isBusy={changing.isPending}
          error={isStale(changing.error) ? null : changing.error}
          onConfirm={(reason) => changing.mutate({ step: asked, reason })}
          onCancel={() => {
            changing.reset();
            setAsked(undefined);
          }}
        />
      )}
    </li>
  );
}

/** What the other party is called here, and where it is shown. */
function nameOf(
  { proposal, candidate, vacancy }: Row,
  of: ProposalListProps['of'],
  t: ReturnType<typeof useTranslation>['t'],
): [name: string, path: string] {
  if (of === 'candidates') return [vacancy?.title ?? t('proposal.noVacancy'), `/vacatures/${proposal.vacancy}`];
  const number = t('candidate.number', { id: shortId(proposal.candidate) });
  const name = candidate ? `${candidateLabel(candidate, t)} (${number})` : `${t('proposal.nobody')} (${number})`;
  return [name, `/vacatures/${proposal.vacancy}/werkzoekenden/${proposal.candidate}`];
}

/** What an employer may know of somebody who was sent to them, beyond the wanted work and the place. */
function factsOf({ candidate }: Row, t: ReturnType<typeof useTranslation>['t'], format: Format): string {
  const hours = candidate?.hours && format.hours(candidate.hours);
  return saidTogether([
    candidate?.workLevel && t(`workLevel.${candidate.workLevel}`),
    hours && t('fact.hoursAWeek', { hours }),
    candidate?.available?.from && t('candidate.availableFrom', { date: format.date(candidate.available.from) }),
    candidate?.summary,
  ]);
}
