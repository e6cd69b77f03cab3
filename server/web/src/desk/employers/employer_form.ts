// SPDX-License-Identifier: EUPL-1.2
import type { NewEmployer } from '@passend/client';
import { fieldAt, ruleInWords, type FieldProblem, type Violation } from '../../shared/api/violations';
import { filled, isGoodEmail, known, normalPostcode } from '../../shared/format/entered';
import { contactsOf } from './contact_rows';

/** What stands on the screen. Empty means not filled in. */
export const emptyEmployer = {
  name: '',
  kvkNumber: '',
  street: '',
  houseNumber: '',
  postcode: '',
  place: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
};

export type EmployerForm = typeof emptyEmployer;
export type EmployerField = keyof EmployerForm;
export type EmployerProblems = Partial<Record<EmployerField, FieldProblem>>;

/** Where each field stands in the body of the API, as JSON pointers. */
const places: Record<EmployerField, string> = {
  name: '/name',
  kvkNumber: '/kvkNumber',
  street: '/location/street',
  houseNumber: '/location/houseNumber',
  postcode: '/location/postcode',
  place: '/location/place',
  contactName: '/contacts/0/name',
  contactEmail: '/contacts/0/emails',
  contactPhone: '/contacts/0/phones',
};

const digits = (text: string) => text.replaceAll(/[\s.]/g, '');

/** Everything that can be seen to be wrong without asking the server. */
export function errorsOf(form: EmployerForm): EmployerProblems {
  const problems: EmployerProblems = {};
  if (form.name.trim() === '') problems.name = { key: 'newEmployer.nameMissing' };
  if (!/^(\d{8})?$/.test(digits(form.kvkNumber))) problems.kvkNumber = { key: 'newEmployer.kvkWrong' };
  if (form.postcode.trim() !== '' && !normalPostcode(form.postcode)) problems.postcode = { key: 'form.rule.postcode' };
  if (!isGoodEmail(form.contactEmail)) problems.contactEmail = { key: 'form.rule.email' };
  return problems;
}

/** What the server refused, beside the fields that it is about, and the rest of it. */
export function refusedOf(violations: readonly Violation[]): { fields: EmployerProblems; others: FieldProblem[] } {
  const fields: EmployerProblems = {};
  const others: FieldProblem[] = [];
  for (const { field, rule } of violations) {
    const at = fieldAt(field, places);
    if (!at) others.push(ruleInWords(rule));
    else fields[at] ??= ruleInWords(rule);
  }
  return { fields, others };
}

/** Of a form without errors, as the API takes it. */
export function newEmployerOf(form: EmployerForm): NewEmployer {
  const row = { name: form.contactName, email: form.contactEmail, phone: form.contactPhone };
  const rest = known<Omit<NewEmployer, 'name'>>({
    kvkNumber: filled(digits(form.kvkNumber)),
    location: known<NonNullable<NewEmployer['location']>>({
      street: filled(form.street),
      houseNumber: filled(form.houseNumber),
      postcode: normalPostcode(form.postcode),
      place: filled(form.place),
    }),
    contacts: contactsOf([row], undefined),
  });
  return { name: form.name.trim(), ...rest };
}
