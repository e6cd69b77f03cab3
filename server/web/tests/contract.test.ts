// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';
import nl from '../src/shared/i18n/nl.json';

const contract = new URL('../../../schemas/openapi/passend.yaml', import.meta.url);
const committed = readFileSync('src/shared/api/schema.d.ts', 'utf8');

describe('The contract of the API', () => {
  it('is what the types were made from; if this fails, run `npm run types`', async () => {
    expect(COMMENT_HEADER + astToString(await openapiTS(contract))).toBe(committed);
  });

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
  ])('has a Dutch word for every value of %s', (schema, words) => {
    const values = enumOf(schema);
    expect(values.length).toBeGreaterThan(1);
    expect(Object.keys(words).sort()).toEqual([...values].sort());
  });
});

/** Values of an enumeration as they stand in the generated types. */
function enumOf(schema: string): string[] {
  const union = new RegExp(`\\n {8}${schema}: ("[^;]+);`).exec(committed)?.[1] ?? '';
  return [...union.matchAll(/"([^"]+)"/g)].map(([, value]) => value ?? '');
}
