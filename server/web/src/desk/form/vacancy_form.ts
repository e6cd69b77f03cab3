// SPDX-License-Identifier: EUPL-1.2
import type { Importance, NewVacancy, VacancyRecord } from '@passend/client';
import { filled, known, normalPostcode } from '../../shared/format/entered';
import { centsOf, eurosOf } from './money';

/** An occupation, competence or certificate: found in the taxonomy, or in the words of who writes. */
export interface NamedConcept {
  uri?: string;
  label: string;
}

export const languageSkills = ['speaking', 'listening', 'reading', 'writing'] as const;
type Level = NonNullable<NonNullable<VacancyRecord['languages']>[number]['speaking']>;
export type LanguageRow = { language: string; importance: Importance } & Partial<
  Record<(typeof languageSkills)[number], Level>
>;
export type LicenceRow = NonNullable<VacancyRecord['drivingLicences']>[number];
export type EducationRow = NonNullable<VacancyRecord['education']>[number];
export interface CompetenceRow {
  competence: NamedConcept;
  level?: 'beginner' | 'basic' | 'skilled' | 'expert';
  importance: Importance;
}
export interface CredentialRow {
  credential: NamedConcept;
  importance: Importance;
}

/** Criteria that have one importance and not one for each item of a list. */
export const weighedCriteria = [
  'occupation',
  'hours',
  'working_times',
  'period',
  'work_level',
  'education',
  'experience',
] as const;
export type WeighedCriterion = (typeof weighedCriteria)[number];

/** What stands on the screen: text as it was typed, so that nothing is lost by reading it. Empty means not filled in. */
export interface VacancyForm {
  employerId: string;
  employerName: string;
  title: string;
  description: string;
  positions: string;
  occupation: NamedConcept | null;
  postcode: string;
  place: string;
  street: string;
  houseNumber: string;
  hoursMinimum: string;
  hoursMaximum: string;
  grid: string;
  irregularHours: '' | 'yes' | 'no';
  starts: string;
  ends: string;
  languages: LanguageRow[];
  drivingLicences: LicenceRow[];
  competences: CompetenceRow[];
  credentials: CredentialRow[];
  education: EducationRow[];
  workLevel: '' | NonNullable<VacancyRecord['workLevel']>;
  experienceYears: string;
  contractTypes: NonNullable<VacancyRecord['contractTypes']>;
  agreements: NonNullable<VacancyRecord['agreements']>;
  salaryMinimum: string;
  salaryMaximum: string;
  salaryPeriod: 'hour' | 'week' | 'month' | 'year';
  conditionsText: string;
  offeredConditions: NonNullable<VacancyRecord['offeredConditions']>;
  closes: string;
  applicationMethods: NonNullable<VacancyRecord['applicationMethods']>;
  applicationUrl: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  /** Empty: as the weights profile says. */
  importance: Record<WeighedCriterion, '' | Importance>;
}

export type VacancyField = keyof VacancyForm;

const noImportance = Object.fromEntries(weighedCriteria.map((one) => [one, ''])) as VacancyForm['importance'];
export const emptyGrid = '0'.repeat(28);

export const emptyVacancy: VacancyForm = {
  employerId: '',
  employerName: '',
  title: '',
  description: '',
  positions: '',
  occupation: null,
  postcode: '',
  place: '',
  street: '',
  houseNumber: '',
  hoursMinimum: '',
  hoursMaximum: '',
  grid: emptyGrid,
  irregularHours: '',
  starts: '',
  ends: '',
  languages: [],
  drivingLicences: [],
  competences: [],
  credentials: [],
  education: [],
  workLevel: '',
  experienceYears: '',
  contractTypes: [],
  agreements: [],
  salaryMinimum: '',
  salaryMaximum: '',
  salaryPeriod: 'month',
  conditionsText: '',
  offeredConditions: [],
  closes: '',
  applicationMethods: [],
  applicationUrl: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  importance: noImportance,
};

const textOf = (value: number | undefined) => (value === undefined ? '' : String(value));
function named(concept: unknown): NamedConcept {
  const { uri, label } = concept as { uri?: string; label?: string };
  return { ...(uri === undefined ? {} : { uri }), label: label ?? uri ?? '' };
}

/** A stored vacancy as it stands on the form. */
export function formOf(record: VacancyRecord): VacancyForm {
  const { location = {}, hours = {}, workingTimes = {}, period = {}, salary, contacts = [] } = record;
  const [contact = {}] = contacts;
  const irregular = workingTimes.irregularHours;
  const importance = { ...noImportance };
  for (const criterion of weighedCriteria) importance[criterion] = record.importance?.[criterion] ?? '';
  return {
    employerId: record.employerId ?? '',
    employerName: record.employerName ?? '',
    title: record.title,
    description: record.description ?? '',
    positions: textOf(record.positions),
    occupation: record.occupation === undefined ? null : named(record.occupation),
    postcode: location.postcode ?? '',
    place: location.place ?? '',
    street: location.street ?? '',
    houseNumber: location.houseNumber ?? '',
    hoursMinimum: textOf(hours.minimum),
    hoursMaximum: textOf(hours.maximum),
    grid: workingTimes.grid ?? emptyGrid,
    irregularHours: irregular === undefined ? '' : irregular ? 'yes' : 'no',
    starts: period.from ?? '',
    ends: period.until ?? '',
    languages: record.languages ?? [],
    drivingLicences: record.drivingLicences ?? [],
    competences: (record.competences ?? []).map((row) => ({ ...row, competence: named(row.competence) })),
    credentials: (record.credentials ?? []).map((row) => ({ ...row, credential: named(row.credential) })),
    education: record.education ?? [],
    workLevel: record.workLevel ?? '',
    experienceYears: textOf(record.experienceYears),
    contractTypes: record.contractTypes ?? [],
    agreements: record.agreements ?? [],
    salaryMinimum: eurosOf(salary?.minimumCents),
    salaryMaximum: eurosOf(salary?.maximumCents),
    salaryPeriod: salary?.period ?? 'month',
    conditionsText: record.conditionsText ?? '',
    offeredConditions: record.offeredConditions ?? [],
    closes: record.closes ?? '',
    applicationMethods: record.applicationMethods ?? [],
    applicationUrl: record.applicationAddress?.url ?? '',
    contactName: contact.name ?? '',
    contactEmail: contact.emails?.[0] ?? '',
    contactPhone: contact.phones?.[0] ?? '',
    importance,
  };
}

/** Only for what errorsOf has found good. */
const numberOf = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : undefined);
const some = <Item>(list: readonly Item[]) => (list.length === 0 ? undefined : [...list]);

/** The first contact is the one on the form; what else a source gave stays as it is. */
function contactsOf(form: VacancyForm, before: VacancyRecord['contacts']): VacancyRecord['contacts'] | undefined {
  const [first, ...others] = before ?? [];
  const withFirst = (value: string, list: string[] | undefined) =>
    some([...[value].filter(Boolean), ...(list ?? []).slice(1)]);
  const contact = known<NonNullable<VacancyRecord['contacts']>[number]>({
    name: filled(form.contactName),
    emails: withFirst(form.contactEmail.trim(), first?.emails),
    phones: withFirst(form.contactPhone.trim(), first?.phones),
  });
  return some(contact ? [contact, ...others] : others);
}

function salaryOf(form: VacancyForm): VacancyRecord['salary'] | undefined {
  const ends = known<{ minimumCents?: number; maximumCents?: number }>({
    minimumCents: centsOf(form.salaryMinimum),
    maximumCents: centsOf(form.salaryMaximum),
  });
  return ends && { ...ends, period: form.salaryPeriod };
}

/** The members that the form decides, each undefined where nothing is filled in. */
type FormMembers = { [Name in Exclude<keyof NewVacancy, 'employerName'>]?: NewVacancy[Name] | undefined };

/**
 * What the form says. `before` is the record that it was made of: what a form cannot show (office hours, other contacts,
 * importances of lists) is taken over from there.
 */
export function membersOf(form: VacancyForm, before?: VacancyRecord): FormMembers {
  const importance: Record<string, Importance> = { ...before?.importance };
  for (const criterion of weighedCriteria) {
    const chosen = form.importance[criterion];
    if (chosen === '') delete importance[criterion];
    else importance[criterion] = chosen;
  }
  return {
    employerId: filled(form.employerId),
    title: form.title.trim(),
    description: filled(form.description),
    positions: numberOf(form.positions),
    occupation: form.occupation ?? undefined,
    location: known<NonNullable<VacancyRecord['location']>>({
      postcode: normalPostcode(form.postcode) ?? filled(form.postcode),
      place: filled(form.place),
      street: filled(form.street),
      houseNumber: filled(form.houseNumber),
    }),
    hours: known<NonNullable<VacancyRecord['hours']>>({
      minimum: numberOf(form.hoursMinimum),
      maximum: numberOf(form.hoursMaximum),
    }),
    workingTimes: known<NonNullable<VacancyRecord['workingTimes']>>({
      officeHours: before?.workingTimes?.officeHours,
      irregularHours: form.irregularHours === '' ? undefined : form.irregularHours === 'yes',
      grid: form.grid === emptyGrid ? undefined : form.grid,
    }),
    period: known<NonNullable<VacancyRecord['period']>>({ from: filled(form.starts), until: filled(form.ends) }),
    languages: some(form.languages),
    drivingLicences: some(form.drivingLicences),
    competences: some(form.competences),
    credentials: some(form.credentials),
    education: some(form.education),
    workLevel: form.workLevel === '' ? undefined : form.workLevel,
    experienceYears: numberOf(form.experienceYears),
    contractTypes: some(form.contractTypes),
    agreements: some(form.agreements),
    salary: salaryOf(form),
    conditionsText: filled(form.conditionsText),
    offeredConditions: some(form.offeredConditions),
    closes: filled(form.closes),
    applicationMethods: some(form.applicationMethods),
    applicationAddress:
      form.applicationUrl.trim() === ''
        ? undefined
        : { kind: before?.applicationAddress?.kind ?? 'application_form', url: form.applicationUrl.trim() },
    contacts: contactsOf(form, before?.contacts),
    importance: known<NonNullable<VacancyRecord['importance']>>(importance),
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A new vacancy as the API takes it. An employer posts for the own organisation and does not name it. */
export function newVacancyOf(form: VacancyForm, who: 'employer' | 'staff'): NewVacancy {
  const entries = Object.entries(membersOf(form)).filter(
    ([name, value]) => value !== undefined && (name !== 'employerId' || who === 'staff'),
  );
  return Object.fromEntries(entries) as unknown as NewVacancy;
}

/** A JSON merge patch with what differs from the record, null where something was emptied. Empty when nothing does. */
export function patchOf(form: VacancyForm, before: VacancyRecord, who: 'employer' | 'staff'): Record<string, unknown> {
  const now = membersOf(form, before);
  const then = membersOf(formOf(before), before);
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(now) as (keyof FormMembers)[]) {
    if (same(now[name], then[name]) || (name === 'employerId' && who === 'employer')) continue;
    patch[name] = now[name] === undefined ? null : mergeable(now[name], before[name]);
  }
  return patch;
}

/** A merge patch keeps what it does not name, so that a member of an object that was emptied is named with null. */
function mergeable(now: unknown, before: unknown): unknown {
  if (!isObject(now) || !isObject(before)) return now;
  const gone = Object.keys(before).filter((name) => !(name in now));
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...now };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
