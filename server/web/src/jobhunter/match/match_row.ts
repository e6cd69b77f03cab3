// SPDX-License-Identifier: EUPL-1.2
import type { MatchFacts } from '@passend/client';

/** One line of a ranked list, whichever side it shows. */
export interface MatchRow {
  /** Id of the other party. */
  id: string;
  vacancyId: string;
  candidateId: string;
  /** Page of the other party. */
  path: string;
  title: string;
  /** Short facts under the title. */
  details: string[];
  facts: MatchFacts;
}
