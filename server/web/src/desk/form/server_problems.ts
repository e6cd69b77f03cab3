// SPDX-License-Identifier: EUPL-1.2
import { fieldAt, ruleInWords, violationsOf, type FieldProblem, type Violation } from '../../shared/api/violations';
import { vacancyPlaces, type FieldProblems } from './vacancy_errors';

/** What the server refused, beside the fields that it is about. */
export function serverProblems(error: unknown): FieldProblems {
  const problems: FieldProblems = {};
  for (const { field, rule } of violationsOf(error)) {
    const at = fieldAt(field, vacancyPlaces);
    if (at && !problems[at]) problems[at] = ruleInWords(rule);
  }
  return problems;
}

/** What it refused and no field of the form is about. */
export const unplaced = (violations: readonly Violation[]): FieldProblem[] =>
  violations.filter(({ field }) => fieldAt(field, vacancyPlaces) === undefined).map(({ rule }) => ruleInWords(rule));

/** What is seen here goes before what the server said of an earlier attempt. */
export const problemsOf = (own: FieldProblems, refused: FieldProblems): FieldProblems => ({ ...refused, ...own });
