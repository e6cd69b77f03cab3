// SPDX-License-Identifier: EUPL-1.2
import type { FieldProblems } from './vacancy_errors';
import type { VacancyField, VacancyForm } from './vacancy_form';

/** What the sections of the form share. */
export interface FormAccess {
  form: VacancyForm;
  /** Changes some fields at once. */
  set(change: Partial<VacancyForm>): void;
  labelOf(field: VacancyField): string;
  /** The words of what is wrong with a field; undefined when nothing is. */
  errorOf(field: VacancyField): string | undefined;
}

/** Of the control of a field, on this page. */
export const fieldId = (field: VacancyField) => `vacature-${field}`;

/** Id, label and error of a field. */
export const describe = ({ labelOf, errorOf }: FormAccess, field: VacancyField) => ({
  id: fieldId(field),
  label: labelOf(field),
  error: errorOf(field),
});

/** The same with its value and its change, for a control that takes them. */
export function bind<Field extends VacancyField>(access: FormAccess, field: Field) {
  const { form, set } = access;
  return {
    ...describe(access, field),
    value: form[field],
    onChange: (value: VacancyForm[Field]) => set({ [field]: value } as Partial<VacancyForm>),
  };
}

/** The name of each field, in the order in which they stand on the screen. */
export const fieldLabels: Record<VacancyField, string> = {
  employerId: 'vacancyForm.employer',
  employerName: 'vacancyForm.employer',
  title: 'vacancyForm.title',
  description: 'vacancyForm.description',
  occupation: 'criterion.occupation',
  positions: 'vacancyForm.positions',
  postcode: 'vacancyForm.postcode',
  place: 'vacancyForm.place',
  street: 'vacancyForm.street',
  houseNumber: 'vacancyForm.houseNumber',
  hoursMinimum: 'vacancyForm.hoursMinimum',
  hoursMaximum: 'vacancyForm.hoursMaximum',
  grid: 'criterion.working_times',
  irregularHours: 'vacancyForm.irregular',
  starts: 'vacancyForm.starts',
  ends: 'vacancyForm.ends',
  languages: 'criterion.languages',
  drivingLicences: 'criterion.driving_licences',
  competences: 'criterion.competences',
  credentials: 'criterion.credentials',
  education: 'criterion.education',
  workLevel: 'criterion.work_level',
  experienceYears: 'vacancyForm.experienceYears',
  importance: 'vacancyForm.importance',
  contractTypes: 'criterion.contract',
  agreements: 'criterion.agreement',
  salaryMinimum: 'vacancyForm.salaryMinimum',
  salaryMaximum: 'vacancyForm.salaryMaximum',
  salaryPeriod: 'vacancyForm.salaryPeriod',
  conditionsText: 'vacancyForm.conditionsText',
  offeredConditions: 'criterion.working_conditions',
  closes: 'vacancyForm.closes',
  applicationMethods: 'vacancyForm.methods',
  applicationUrl: 'vacancyForm.applicationUrl',
  contactName: 'vacancyForm.contactName',
  contactEmail: 'vacancyForm.contactEmail',
  contactPhone: 'vacancyForm.contactPhone',
};

/** The fields that are wrong, in the order in which they stand on the screen. */
export const inOrder = (problems: FieldProblems): VacancyField[] =>
  (Object.keys(fieldLabels) as VacancyField[]).filter((field) => problems[field]);
