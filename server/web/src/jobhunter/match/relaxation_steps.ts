// SPDX-License-Identifier: EUPL-1.2
import type { LaneGain, RequirementCost } from '@passend/client';

export interface Step {
  step: string;
  effect: string;
  gain: LaneGain;
}

/** Only steps that change something are worth a line; the server gives the most useful first. */
export const changingSteps = <One extends Step>(steps: readonly One[]): One[] =>
  steps.filter(({ gain }) => gain.fits !== 0 || gain.oneQuestionOpen !== 0);

/** Requirements that somebody does not meet; of the others nothing can be gained. */
export const costingRequirements = (costs: readonly RequirementCost[]): RequirementCost[] =>
  costs.filter(({ failing }) => failing > 0);
