// SPDX-License-Identifier: EUPL-1.2
import type { FieldProblem } from '../../shared/api/violations';
import { isGoodEmail, normalPostcode } from '../../shared/format/entered';
import { centsOf } from './money';
import type { VacancyField, VacancyForm } from './vacancy_form';

export type FieldProblems = Partial<Record<VacancyField, FieldProblem>>;

/** Where each field of the form stands in the body of the API, as JSON pointers. */
export const vacancyPlaces: Record<VacancyField, string | readonly string[]> = {
  employerId: '/employerId',
  employerName: '/employerName',
  title: '/title',
  description: '/description',
  positions: '/positions',
  occupation: '/occupation',
  postcode: ['/location', '/location/postcode'],
  place: '/location/place',
  street: '/location/street',
  houseNumber: '/location/houseNumber',
  hoursMinimum: ['/hours', '/hours/minimum'],
  hoursMaximum: '/hours/maximum',
  grid: ['/workingTimes', '/workingTimes/grid'],
  irregularHours: '/workingTimes/irregularHours',
  starts: ['/period', '/period/from'],
  ends: '/period/until',
  languages: '/languages',
  drivingLicences: '/drivingLicences',
  competences: '/competences',
  credentials: '/credentials',
  education: '/education',
  workLevel: '/workLevel',
  experienceYears: '/experienceYears',
  contractTypes: '/contractTypes',
  agreements: '/agreements',
  salaryMinimum: ['/salary', '/salary/minimumCents'],
  salaryMaximum: '/salary/maximumCents',
  salaryPeriod: '/salary/period',
  conditionsText: '/conditionsText',
  offeredConditions: '/offeredConditions',
  closes: '/closes',
  applicationMethods: '/applicationMethods',
  applicationUrl: '/applicationAddress',
  contactName: ['/contacts', '/contacts/0/name'],
  contactEmail: '/contacts/0/emails',
  contactPhone: '/contacts/0/phones',
  importance: '/importance',
};

const isNumber = (text: string, from: number, to: number) =>
  /^\d+$/.test(text.trim()) && Number(text) >= from && Number(text) <= to;
const isWebAddress = (text: string) => /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text.trim());

interface Needs {
  /** Whether the employer has to be chosen. */
  employer: boolean;
  /** YYYY-MM-DD */
  today: string;
  /** As it was: a day that has passed may stay. Empty for a new vacancy. */
  closedBefore: string;
}

/** Everything that can be seen to be wrong without asking the server. */
export function errorsOf(form: VacancyForm, needs: Needs): FieldProblems {
  const problems: FieldProblems = {};
  const number = (
    field: 'positions' | 'hoursMinimum' | 'hoursMaximum' | 'experienceYears',
    from: number,
    to: number,
  ) => {
    if (form[field].trim() !== '' && !isNumber(form[field], from, to))
      problems[field] = { key: 'form.rule.number', values: { from, to } };
  };
  if (needs.employer && form.employerId === '') problems.employerId = { key: 'form.rule.employer' };
  if (form.title.trim() === '') problems.title = { key: 'vacancyForm.titleMissing' };
  if (form.title.trim().length > 120) problems.title = { key: 'form.rule.tooLong', values: { count: 120 } };
  number('positions', 1, 999);
  if (form.postcode.trim() !== '' && !normalPostcode(form.postcode)) problems.postcode = { key: 'form.rule.postcode' };
  number('hoursMinimum', 0, 99);
  number('hoursMaximum', 0, 99);
  const [least, most] = [form.hoursMinimum.trim(), form.hoursMaximum.trim()];
  if (!problems.hoursMinimum && !problems.hoursMaximum && least !== '' && most !== '' && Number(least) > Number(most))
    problems.hoursMaximum = { key: 'form.rule.order' };
  number('experienceYears', 0, 99);
  if (form.starts !== '' && form.ends !== '' && form.ends < form.starts) problems.ends = { key: 'form.rule.dayOrder' };
  for (const field of ['salaryMinimum', 'salaryMaximum'] as const) {
    if (form[field].trim() !== '' && centsOf(form[field]) === undefined) problems[field] = { key: 'form.rule.money' };
  }
  const [low, high] = [centsOf(form.salaryMinimum), centsOf(form.salaryMaximum)];
  if (low !== undefined && high !== undefined && low > high) problems.salaryMaximum = { key: 'form.rule.order' };
  if (form.closes !== '' && form.closes !== needs.closedBefore && form.closes < needs.today)
    problems.closes = { key: 'vacancyForm.closesPast' };
  if (form.applicationUrl.trim() !== '' && !isWebAddress(form.applicationUrl))
    problems.applicationUrl = { key: 'form.rule.web' };
  if (!isGoodEmail(form.contactEmail)) problems.contactEmail = { key: 'form.rule.email' };
  return problems;
}
