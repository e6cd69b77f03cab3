// SPDX-License-Identifier: EUPL-1.2
import type { ProposalRecord } from '@passend/client';

export type Step = ProposalRecord['step'];

/** What a mediator can write down next, the usual way on first. The server holds the same table and has the last word. */
export const nextSteps: Record<Step, readonly Step[]> = {
  asked: ['agreed', 'declined', 'withdrawn'],
  agreed: ['sent', 'declined', 'withdrawn'],
  sent: ['invited', 'rejected', 'withdrawn'],
  invited: ['placed', 'rejected', 'withdrawn'],
  declined: [],
  rejected: [],
  placed: [],
  withdrawn: [],
};

/** The same for the employer, who sees a proposal from the moment that it was sent. */
const employerSteps: Partial<Record<Step, readonly Step[]>> = {
  sent: ['invited', 'rejected'],
  invited: ['placed', 'rejected'],
};

export type Party = 'staff' | 'employer';

export const stepsFor = (party: Party, step: Step): readonly Step[] =>
  party === 'staff' ? nextSteps[step] : (employerSteps[step] ?? []);

export const isUnderWay = (step: Step) => nextSteps[step].length > 0;

/** An end that somebody will want to know the reason of. */
export const wantsReason = (step: Step) => step === 'declined' || step === 'rejected' || step === 'withdrawn';

const wayOn: Record<Party, readonly Step[]> = {
  staff: ['asked', 'agreed', 'sent', 'invited', 'placed'],
  employer: ['sent', 'invited', 'placed'],
};

/** The whole way of a proposal: what lies behind it, where it is, and what is usual after that. */
export const pathOf = (party: Party, step: Step): readonly Step[] =>
  wayOn[party].includes(step) ? wayOn[party] : [step];
