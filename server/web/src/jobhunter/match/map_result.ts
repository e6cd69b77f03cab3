// SPDX-License-Identifier: EUPL-1.2
import type { MatchPage, VacancyMatchResult } from '@passend/client';
import type { MatchRow } from './match_row';

/** The costs and the suggestion are there for the list of a vacancy. */
export type RowsPage = MatchPage & { rows: MatchRow[] } & Partial<
    Pick<VacancyMatchResult, 'requirementCosts' | 'suggestedProfile'>
  >;

/** What a list of matches needs to know of the answer it waits for. */
export interface RowsResult {
  data: RowsPage | undefined;
  error: Error | null;
  isPlaceholderData: boolean;
  refetch(): unknown;
}

interface Answered<Result> {
  data: Result | undefined;
  error: Error | null;
  isPlaceholderData: boolean;
  refetch(): unknown;
}

/** The answer of either direction as rows of one shape. */
export function mapResult<Result extends MatchPage>(
  { data, error, isPlaceholderData, refetch }: Answered<Result>,
  toRows: (result: Result) => MatchRow[],
): RowsResult {
  return { data: data && { ...data, rows: toRows(data) }, error, isPlaceholderData, refetch };
}
