// SPDX-License-Identifier: EUPL-1.2
import type { Importance } from '@passend/client';
import type { TextProposal } from '../../shared/api/types';
import {
  languageSkills,
  weighedCriteria,
  type EducationRow,
  type LanguageRow,
  type LicenceRow,
  type NamedConcept,
  type VacancyForm,
  type WeighedCriterion,
} from './vacancy_form';

/** The criteria that the form has a place for. */
const shown: readonly string[] = [
  ...weighedCriteria.filter((criterion) => criterion !== 'period'),
  'competences',
  'credentials',
  'languages',
  'driving_licences',
];

/** What can be taken over from a text: what the vacancy says, not what it says it does not need. */
export const usable = (proposals: readonly TextProposal[]): TextProposal[] =>
  proposals.filter(({ criterion, importance }) => shown.includes(criterion) && importance !== 'ignored');

const levelOfCefr = { A1: 'fair', A2: 'fair', B1: 'good', B2: 'good', C1: 'excellent', C2: 'excellent' } as const;

/** In the place of what is alike, else at the end. */
function put<Row>(rows: readonly Row[], row: Row, isAlike: (other: Row) => boolean): Row[] {
  const place = rows.findIndex(isAlike);
  return place < 0 ? [...rows, row] : rows.map((one, at) => (at === place ? row : one));
}

const conceptOf = ({ value }: TextProposal): NamedConcept => ({
  ...(value.uri === undefined ? {} : { uri: value.uri }),
  label: value.label ?? '',
});
const isSame = (one: NamedConcept, other: NamedConcept) =>
  one.uri === undefined ? one.label.toLowerCase() === other.label.toLowerCase() : one.uri === other.uri;

function languageOf({ value, importance }: TextProposal): LanguageRow {
  const level = value.languageLevel ?? (value.cefr && levelOfCefr[value.cefr]) ?? 'fair';
  const named = (value.skills ?? []).filter((skill) => languageSkills.includes(skill));
  const row: LanguageRow = { language: value.language ?? '', importance: importance ?? 'important' };
  for (const skill of named.length > 0 ? named : (['speaking'] as const)) row[skill] = level;
  return row;
}

const number = (value: number | undefined) => (value === undefined ? '' : String(value));

/** The form with one thing that a text says. What somebody typed for the same is replaced: they chose to take this. */
function withProposal(form: VacancyForm, proposal: TextProposal): VacancyForm {
  const { criterion, value } = proposal;
  const importance = (usual: Importance) => proposal.importance ?? usual;
  switch (criterion) {
    case 'occupation':
      return { ...form, occupation: conceptOf(proposal) };
    case 'competences': {
      const row = { competence: conceptOf(proposal), importance: importance('important') };
      return { ...form, competences: put(form.competences, row, (one) => isSame(row.competence, one.competence)) };
    }
    case 'credentials': {
      const row = { credential: conceptOf(proposal), importance: importance('required') };
      return { ...form, credentials: put(form.credentials, row, (one) => isSame(row.credential, one.credential)) };
    }
    case 'languages': {
      const row = languageOf(proposal);
      const before = form.languages.find(({ language }) => language === row.language);
      return { ...form, languages: put(form.languages, { ...before, ...row }, (one) => one.language === row.language) };
    }
    case 'driving_licences': {
      const row = { category: value.category, importance: importance('required') } as LicenceRow;
      return { ...form, drivingLicences: put(form.drivingLicences, row, (one) => one.category === row.category) };
    }
    case 'education': {
      const { educationLevel: level, field, name, experienceCounts } = value;
      const row: EducationRow = {
        ...(level === undefined ? {} : { level }),
        ...(field === undefined ? {} : { field }),
        ...(name === undefined ? {} : { name: name.slice(0, 120) }),
        ...(experienceCounts === undefined ? {} : { experienceCounts }),
      };
      return {
        ...form,
        education: put(form.education, row, (one) => one.level === row.level && one.name === row.name),
      };
    }
    case 'work_level':
      return { ...form, workLevel: value.workLevel ?? form.workLevel };
    case 'experience':
      return { ...form, experienceYears: number(value.years) };
    case 'hours':
      return { ...form, hoursMinimum: number(value.minimumHours), hoursMaximum: number(value.maximumHours) };
    case 'working_times': {
      const { grid = form.grid, irregularHours } = value;
      return {
        ...form,
        grid,
        irregularHours: irregularHours === undefined ? form.irregularHours : irregularHours ? 'yes' : 'no',
      };
    }
    default:
      return form;
  }
}

const isWeighed = (criterion: string): criterion is WeighedCriterion =>
  (weighedCriteria as readonly string[]).includes(criterion);

/** The form with everything that somebody chose to take over from a text. */
export function withProposals(form: VacancyForm, taken: readonly TextProposal[]): VacancyForm {
  return taken.reduce((before, proposal) => {
    const { criterion, importance } = proposal;
    const next = withProposal(before, proposal);
    if (!isWeighed(criterion) || importance === undefined) return next;
    return { ...next, importance: { ...next.importance, [criterion]: importance } };
  }, form);
}

/** The first line of a text when it can be a title. */
export function titleIn(text: string): string | undefined {
  const first = text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim();
  return first !== undefined && first.length <= 120 && !/[.!?]$/.test(first) ? first : undefined;
}
