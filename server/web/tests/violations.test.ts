// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from '@passend/client';
import { describe, expect, it } from 'vitest';
import { ruleInWords, violationsOf } from '../src/shared/api/violations';
import nl from '../src/shared/i18n/nl.json';

describe('A broken rule', () => {
  const rules = nl.form.rule as Record<string, string>;

  it.each([
    ['has at most 120 characters', 'tooLong'],
    ['has at most 50 items', 'tooMany'],
    ['is a whole number from 0 to 99', 'number'],
    ['holds no citizen service number (BSN), which is never stored; remove it', 'citizenNumber'],
    ['is required', 'required'],
    ['is not empty; leave the field out when it is not known', 'required'],
    ['is a date from 1900 to 2199 as YYYY-MM-DD', 'date'],
    ['is not above the maximum', 'order'],
    ['is not before the first day', 'dayOrder'],
    ['is the id of an employer', 'employer'],
    ['is text without control characters', 'other'],
  ])('%j has words of ours: %s', (rule, key) => {
    expect(ruleInWords(rule).key).toBe(`form.rule.${key}`);
    expect(rules[key]).toBeTruthy();
  });

  it('is of a refused change and of no other answer', () => {
    const problem = {
      type: '',
      status: 400,
      title: '',
      detail: '',
      code: 'x',
      violations: [{ field: '/a', rule: 'b' }],
    };
    expect(violationsOf(new ProblemError(400, problem))).toHaveLength(1);
    expect(violationsOf(new ProblemError(412, problem))).toEqual([]);
    expect(violationsOf(undefined)).toEqual([]);
  });
});
