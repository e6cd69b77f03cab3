// SPDX-License-Identifier: EUPL-1.2
import type { ExtractionResult, Facet, MatchRequest, Problem, VacancyMatchResult } from '@passend/client';

/** Parts of the contract that have no name of their own there. */
export type FacetValue = Facet['values'][number];
export type MatchSort = NonNullable<MatchRequest['sort']>;
export type ListedLane = NonNullable<MatchRequest['lane']>;
export type SuggestedProfile = NonNullable<VacancyMatchResult['suggestedProfile']>;
export type TextProposal = ExtractionResult['proposals'][number];
export type Violation = NonNullable<Problem['violations']>[number];
