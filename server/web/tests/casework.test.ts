// SPDX-License-Identifier: EUPL-1.2
import type { VacancyRecord } from '@passend/client';
import { describe, expect, it } from 'vitest';
import { contactsOf, emptyContact, rowsOf } from '../src/desk/employers/contact_rows';
import { isUnderWay, nextSteps, pathOf, stepsFor, wantsReason } from '../src/desk/proposals/steps';
import { moved, putBack, withCandidate, withNote, withoutCandidate } from '../src/desk/shortlists/selection_edits';
import { forVacancyFirst } from '../src/desk/shortlists/use_shortlist';
import { reopeningPatch, undoOf } from '../src/desk/vacancy_actions';

const people = [{ candidate: 'a', note: 'Kan maandag' }, { candidate: 'b' }, { candidate: 'c' }];
const order = (list: readonly { candidate: string }[]) => list.map(({ candidate }) => candidate).join('');

describe('A shortlist', () => {
  it('has somebody once, whoever is added stands last', () => {
    expect(withCandidate(people, 'd', '2026-11-29').at(-1)).toEqual({ candidate: 'd', added: '2026-11-29' });
    expect(withCandidate(people, 'a', '2026-11-29')).toEqual(people);
  });

  it.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ] as const)('puts %s one place %i further: %s', (who, by, after) =>
    expect(order(moved(people, who, by))).toBe(after),
  );

  it('gets back whom it lost, with the note, where they stood', () => {
    const without = withoutCandidate(people, 'a');
    expect(order(without)).toBe('bc');
    expect(putBack(without, { candidate: 'a', note: 'Kan maandag' }, 0)).toEqual(people);
    expect(order(putBack([], { candidate: 'c' }, 2))).toBe('c');
  });

  it('keeps a note of one person, and none of white space', () => {
    expect(withNote(people, 'b', ' Belt terug ')[1]).toEqual({ candidate: 'b', note: 'Belt terug' });
    expect(withNote(people, 'a', '  ')[0]).toEqual({ candidate: 'a' });
  });

  it('of a vacancy stands before the others', () => {
    const lists = ['x', undefined, 'v'].map((vacancyId, number) => ({
      selectionId: String(number),
      name: 'n',
      candidates: 0,
      ...(vacancyId === undefined ? {} : { vacancyId }),
    }));
    expect(forVacancyFirst(lists, 'v').map(({ selectionId }) => selectionId)).toEqual(['2', '0', '1']);
  });
});

describe('A proposal', () => {
  it('goes from asked to placed, and ends where nothing can follow', () => {
    expect(pathOf('staff', 'sent')).toEqual(['asked', 'agreed', 'sent', 'invited', 'placed']);
    for (const step of pathOf('staff', 'asked')) expect(isUnderWay(step), step).toBe(step !== 'placed');
    expect(pathOf('staff', 'declined')).toEqual(['declined']);
    expect(isUnderWay('declined')).toBe(false);
  });

  it('is with the employer once it was sent, who decides from there', () => {
    expect(pathOf('employer', 'sent')).toEqual(['sent', 'invited', 'placed']);
    expect(stepsFor('employer', 'sent')).toEqual(['invited', 'rejected']);
    expect(stepsFor('employer', 'agreed')).toEqual([]);
    expect(stepsFor('staff', 'agreed')).toContain('sent');
  });

  it('that ends early is asked for the reason', () => {
    for (const ends of Object.values(nextSteps).flat()) {
      expect(wantsReason(ends), ends).toBe(!isUnderWay(ends) && ends !== 'placed');
    }
  });
});

describe('Contact persons', () => {
  const stored = [{ name: 'Chef', emails: ['chef@x.nl', 'oud@x.nl'], phones: ['035-1'] }, { phones: ['035-2'] }];

  it('that nobody touched stay as they are, other addresses too', () =>
    expect(contactsOf(rowsOf(stored), stored)).toEqual(stored));

  it('without a word in them are left out', () => {
    const [first = emptyContact] = rowsOf(stored);
    expect(contactsOf([{ ...first, email: ' nieuw@x.nl ' }, emptyContact], stored)).toEqual([
      { name: 'Chef', emails: ['nieuw@x.nl', 'oud@x.nl'], phones: ['035-1'] },
    ]);
    expect(contactsOf([emptyContact], stored)).toBeUndefined();
  });
});

describe('Opening a vacancy again', () => {
  const record = { title: 'Kok', status: 'closed', closes: '2026-11-01' } as VacancyRecord;

  it('takes away a closing day that has passed, and undoing brings it back', () => {
    const patch = reopeningPatch(record, '2026-11-29');
    expect(patch).toEqual({ status: 'open', closes: null });
    expect(undoOf(patch, record)).toEqual({ status: 'closed', closes: '2026-11-01' });
  });

  it('keeps a closing day that is still to come', () =>
    expect(reopeningPatch(record, '2026-11-01')).toEqual({ status: 'open' }));
});
