// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import nl from '../src/shared/i18n/nl.json';

const contract = readFileSync('client/src/contract.ts', 'utf8');

it.each([
  ['Criterion', nl.criterion],
  ['VacancyFacet', nl.facet],
  ['Importance', nl.importance],
  ['Outcome', nl.outcome],
  ['WorkLevel', nl.workLevel],
  ['EducationLevel', nl.educationLevel],
  ['ContractType', nl.contractType],
  ['AgreementType', nl.agreement],
  ['WorkingCondition', nl.condition],
  ['Proficiency', nl.proficiency],
  ['LanguageLevel', nl.languageLevel],
])('There is a Dutch word for every value of %s', (schema, words) => {
  const values = enumOf(schema);
  expect(values.length).toBeGreaterThan(1);
  expect(Object.keys(words).sort()).toEqual([...values].sort());
});

/** Values of an enumeration as they stand in the generated types. */
function enumOf(schema: string): string[] {
  const union = new RegExp(`\\n {8}${schema}: ("[^;]+);`).exec(contract)?.[1] ?? '';
  return [...union.matchAll(/"([^"]+)"/g)].map(([, value]) => value ?? '');
}
