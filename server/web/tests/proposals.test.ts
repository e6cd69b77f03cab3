// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { titleIn, usable, withProposals } from '../src/desk/form/proposals';
import { emptyVacancy } from '../src/desk/form/vacancy_form';
import type { TextProposal } from '../src/shared/api/types';

const proposal = (
  criterion: TextProposal['criterion'],
  value: TextProposal['value'],
  importance?: TextProposal['importance'],
): TextProposal => ({
  criterion,
  value,
  summary: '',
  confidenceBp: 9000,
  evidence: { words: 'woorden', beginByte: 0, endByte: 7, beginCharacter: 0, endCharacter: 7 },
  ...(importance === undefined ? {} : { importance }),
});

describe('What a text says of a vacancy', () => {
  it('comes to stand in the fields', () => {
    const form = withProposals(emptyVacancy, [
      proposal('occupation', { uri: 'urn:kok', label: 'kok' }),
      proposal('hours', { minimumHours: 24, maximumHours: 32 }, 'required'),
      proposal('driving_licences', { category: 'B' }, 'desired'),
      proposal('credentials', { label: 'HACCP' }),
      proposal('work_level', { workLevel: 'vmbo' }),
      proposal('experience', { years: 2 }, 'important'),
      proposal('education', { educationLevel: 'mbo', name: 'Kok', experienceCounts: true }),
      proposal('working_times', { irregularHours: true }),
    ]);
    expect(form.occupation).toEqual({ uri: 'urn:kok', label: 'kok' });
    expect([form.hoursMinimum, form.hoursMaximum, form.importance.hours]).toEqual(['24', '32', 'required']);
    expect(form.drivingLicences).toEqual([{ category: 'B', importance: 'desired' }]);
    expect(form.credentials).toEqual([{ credential: { label: 'HACCP' }, importance: 'required' }]);
    expect([form.workLevel, form.experienceYears, form.importance.experience]).toEqual(['vmbo', '2', 'important']);
    expect(form.education).toEqual([{ level: 'mbo', name: 'Kok', experienceCounts: true }]);
    expect([form.irregularHours, form.grid]).toEqual(['yes', emptyVacancy.grid]);
  });

  it('of a language is a level for each skill that it names, and of a European level the one that it stands for', () => {
    const form = withProposals(emptyVacancy, [
      proposal('languages', { language: 'nld', languageLevel: 'good', skills: ['speaking', 'writing'] }, 'required'),
      proposal('languages', { language: 'eng', cefr: 'C1' }),
      proposal('languages', { language: 'nld', languageLevel: 'fair', skills: ['reading'] }, 'required'),
    ]);
    expect(form.languages).toEqual([
      { language: 'nld', importance: 'required', speaking: 'good', writing: 'good', reading: 'fair' },
      { language: 'eng', importance: 'important', speaking: 'excellent' },
    ]);
  });

  it('does not stand there twice, and leaves what is typed elsewhere alone', () => {
    const skill = { competence: { uri: 'urn:menu', label: 'menu maken' }, importance: 'desired' as const };
    const before = { ...emptyVacancy, title: 'Kok', competences: [skill] };
    const form = withProposals(before, [proposal('competences', { uri: 'urn:menu', label: 'menu maken' }, 'required')]);
    expect(form.competences).toEqual([{ ...skill, importance: 'required' }]);
    expect(form.title).toBe('Kok');
  });

  it('is offered only where the form has a place for it and the text asks it', () =>
    expect(
      usable([
        proposal('distance', { maximumDistanceKm: 10 }),
        proposal('driving_licences', { category: 'B' }, 'ignored'),
        proposal('experience', { years: 1 }),
      ]).map(({ criterion }) => criterion),
    ).toEqual(['experience']));
});

describe('The first line of a text', () => {
  it.each([
    ['Kok gezocht\n\nWij zoeken', 'Kok gezocht'],
    ['\n  Kok  \n', 'Kok'],
    ['Wij zoeken een kok.\nBel ons', undefined],
    ['k'.repeat(121), undefined],
    ['', undefined],
  ])('of %j as a title: %j', (text, title) => expect(titleIn(text)).toBe(title));
});
