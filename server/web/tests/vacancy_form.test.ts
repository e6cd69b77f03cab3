// SPDX-License-Identifier: EUPL-1.2
import type { VacancyRecord } from '@passend/client';
import { describe, expect, it } from 'vitest';
import { centsOf, eurosOf } from '../src/desk/form/money';
import { mergeForms } from '../src/desk/form/merge_forms';
import { errorsOf, vacancyPlaces } from '../src/desk/form/vacancy_errors';
import { emptyVacancy, formOf, newVacancyOf, patchOf, type VacancyForm } from '../src/desk/form/vacancy_form';
import { fieldAt } from '../src/shared/api/violations';

const id = '0123456789abcdef0123456789abcdef';

/** With everything that a form shows, and with what it does not show. */
const stored: VacancyRecord = {
  id,
  source: { system: 'passend', id },
  employerId: id,
  employerName: 'De Kade',
  title: 'Kok',
  status: 'open',
  reference: 'K-12',
  occupation: { uri: 'urn:kok', label: 'kok' },
  competences: [{ competence: { label: 'menu maken' }, level: 'skilled', importance: 'important' }],
  credentials: [{ credential: { label: 'HACCP' }, importance: 'required' }],
  languages: [{ language: 'nld', speaking: 'good', importance: 'required' }],
  drivingLicences: [{ category: 'B', importance: 'desired' }],
  education: [{ level: 'mbo', name: 'Kok', experienceCounts: true }],
  workLevel: 'vmbo',
  experienceYears: 2,
  location: { postcode: '1211AB', place: 'Hilversum' },
  hours: { minimum: 24, maximum: 36 },
  workingTimes: { officeHours: false, irregularHours: true, grid: '0'.repeat(27) + '1' },
  period: { from: '2027-01-04' },
  contractTypes: ['fixed_term'],
  agreements: ['job'],
  salary: { minimumCents: 1450, period: 'hour' },
  offeredConditions: ['guidance'],
  closes: '2027-01-31',
  applicationMethods: ['email'],
  applicationAddress: { kind: 'employer', url: 'https://dekade.example/werk' },
  contacts: [{ name: 'Personeel', emails: ['werk@dekade.example', 'pz@dekade.example'] }, { name: 'Chef' }],
  importance: { occupation: 'required', salary: 'desired' },
};

describe('A vacancy on the form', () => {
  it('changes nothing when nothing was typed', () => expect(patchOf(formOf(stored), stored, 'staff')).toEqual({}));

  it('names only what was changed, and keeps what the form does not show', () => {
    const form = { ...formOf(stored), title: 'Zelfstandig kok', irregularHours: 'no' as const, contactPhone: '035-1' };
    expect(patchOf(form, stored, 'staff')).toEqual({
      title: 'Zelfstandig kok',
      workingTimes: { officeHours: false, irregularHours: false, grid: stored.workingTimes?.grid },
      contacts: [
        { name: 'Personeel', emails: ['werk@dekade.example', 'pz@dekade.example'], phones: ['035-1'] },
        { name: 'Chef' },
      ],
    });
  });

  it('removes with null what was emptied, also within an object', () => {
    const form: VacancyForm = {
      ...formOf(stored),
      place: '',
      hoursMinimum: ' ',
      hoursMaximum: '',
      languages: [],
      importance: { ...formOf(stored).importance, occupation: '' },
    };
    expect(patchOf(form, stored, 'staff')).toEqual({
      location: { place: null, postcode: '1211AB' },
      hours: null,
      languages: null,
      importance: { occupation: null, salary: 'desired' },
    });
  });

  it('is of the own organisation when an employer writes it, and of the chosen one when staff does', () => {
    const form = { ...emptyVacancy, title: ' Kok ', employerId: id, postcode: '1211 ab' };
    expect(newVacancyOf(form, 'employer')).toEqual({ title: 'Kok', location: { postcode: '1211AB' } });
    expect(newVacancyOf(form, 'staff')).toEqual({ title: 'Kok', employerId: id, location: { postcode: '1211AB' } });
  });
});

describe('What is wrong on the form', () => {
  const needs = { employer: true, today: '2026-11-29', closedBefore: '' };
  const wrong = (change: Partial<VacancyForm>) =>
    Object.keys(errorsOf({ ...emptyVacancy, title: 'Kok', employerId: id, ...change }, needs));

  it('is nothing with a title and an employer', () => expect(wrong({})).toEqual([]));

  it.each<[Partial<VacancyForm>, string]>([
    [{ title: '  ' }, 'title'],
    [{ title: 'k'.repeat(121) }, 'title'],
    [{ employerId: '' }, 'employerId'],
    [{ postcode: '0123' }, 'postcode'],
    [{ postcode: '1211 SS' }, 'postcode'],
    [{ hoursMinimum: '40', hoursMaximum: '24' }, 'hoursMaximum'],
    [{ hoursMaximum: '36,5' }, 'hoursMaximum'],
    [{ starts: '2027-02-01', ends: '2027-01-01' }, 'ends'],
    [{ salaryMinimum: 'veel' }, 'salaryMinimum'],
    [{ salaryMinimum: '20', salaryMaximum: '15,50' }, 'salaryMaximum'],
    [{ closes: '2026-11-28' }, 'closes'],
    [{ applicationUrl: 'dekade.nl' }, 'applicationUrl'],
    [{ contactEmail: 'dekade.nl' }, 'contactEmail'],
  ])('is found in %j', (change, field) => expect(wrong(change)).toEqual([field]));

  it('is not a closing day that has passed and was there already', () =>
    expect(
      errorsOf(
        { ...emptyVacancy, title: 'Kok', closes: '2026-01-01' },
        { ...needs, employer: false, closedBefore: '2026-01-01' },
      ),
    ).toEqual({}));

  it.each([
    ['/location/postcode', 'postcode'],
    ['/languages/0/language', 'languages'],
    ['/hours', 'hoursMinimum'],
    ['/contacts/0/emails/0', 'contactEmail'],
    ['/sector', undefined],
  ])('as the server says it at %s, stands beside %s', (pointer, field) =>
    expect(fieldAt(pointer, vacancyPlaces)).toBe(field),
  );
});

describe('When somebody else changed the vacancy meanwhile', () => {
  const older = formOf(stored);

  it('what was typed stays, and the rest becomes theirs', () => {
    const typed = { ...older, title: 'Zelfstandig kok' };
    const newer = { ...older, hoursMaximum: '32' };
    expect(mergeForms(typed, older, newer)).toEqual({ form: { ...newer, title: 'Zelfstandig kok' }, both: [] });
  });

  it('what both changed is told', () => {
    const typed = { ...older, title: 'Zelfstandig kok', place: 'Laren' };
    const newer = { ...older, title: 'Chef-kok', place: 'Laren' };
    const { form, both } = mergeForms(typed, older, newer);
    expect(form.title).toBe('Zelfstandig kok');
    expect(both).toEqual(['title']);
  });
});

describe('An amount', () => {
  it.each([
    ['2450', 245_000],
    ['2.450', 245_000],
    ['€ 15,50', 1550],
    ['15.5', 1550],
    ['1.234.567,89', 123_456_789],
  ])('%s is %d cents', (text, cents) => expect(centsOf(text)).toBe(cents));

  it.each(['', 'veel', '15,555', '1,2,3', '-5', '12.34.56'])('%j is none', (text) =>
    expect(centsOf(text)).toBeUndefined(),
  );

  it('is shown as it was typed', () =>
    expect([eurosOf(1550), eurosOf(245_000), eurosOf(undefined)]).toEqual(['15,50', '2450', '']));
});
