// SPDX-License-Identifier: EUPL-1.2
import type { RequirementCost } from '@passend/client';
import { describe, expect, it } from 'vitest';
import { candidateIdIn, pairPath } from '../src/jobhunter/match/pair_address';
import { changingSteps, costingRequirements } from '../src/jobhunter/match/relaxation_steps';

const id = '0123456789abcdef0123456789abcdef';

describe('Who is asked about', () => {
  it.each([id, ` ${id} `, id.toUpperCase(), `https://x.example/werkzoekenden/${id}`, `/werkzoekenden/${id}#pagina=2`])(
    'is found in %j',
    (text) => expect(candidateIdIn(text)).toBe(id),
  );

  it.each(['', 'Fatima', id.slice(1), `${id}0`, `x${id}`, `/werkzoekenden/${id}/meer`])('is not found in %j', (text) =>
    expect(candidateIdIn(text)).toBeUndefined(),
  );

  it('has a page for every vacancy', () => expect(pairPath('v', 'c')).toBe('/vacatures/v/werkzoekenden/c'));
});

describe('What a requirement costs', () => {
  const step = (fits: number, oneQuestionOpen: number) => ({ step: 's', effect: 'e', gain: { fits, oneQuestionOpen } });
  const cost = (failing: number, open: number): RequirementCost => ({
    criterion: 'hours',
    side: 'demand',
    name: 'n',
    text: 't',
    failing,
    open,
    aloneFits: 0,
    aloneOpen: 0,
  });

  it('is shown for steps that change something, fewer people too', () =>
    expect(changingSteps([step(1, 0), step(0, 0), step(-1, 0), step(0, 2)])).toHaveLength(3));

  it('is shown for requirements that somebody does not meet', () =>
    expect(costingRequirements([cost(1, 0), cost(0, 9)])).toHaveLength(1));
});
