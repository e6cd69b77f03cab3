// SPDX-License-Identifier: EUPL-1.2
import type { EmployerRecord } from '@passend/client';

type Contacts = NonNullable<EmployerRecord['contacts']>;

/** A contact person as it stands on the screen; `place` is where it stood in the record, to keep what is not shown. */
export interface ContactRow {
  name: string;
  email: string;
  phone: string;
  place?: number;
}

export const emptyContact: ContactRow = { name: '', email: '', phone: '' };

export const rowsOf = (contacts: Contacts | undefined): ContactRow[] =>
  (contacts ?? []).map(({ name = '', emails = [], phones = [] }, place) => ({
    name,
    email: emails[0] ?? '',
    phone: phones[0] ?? '',
    place,
  }));

/** The first address is the one on the screen; others that a source gave stay behind it. */
const withFirst = (first: string, all: readonly string[] | undefined) =>
  [first.trim(), ...(all ?? []).slice(1)].filter((one) => one !== '');

/** Rows without a word in them are left out; undefined when none is left. */
export function contactsOf(rows: readonly ContactRow[], before: Contacts | undefined): Contacts | undefined {
  const contacts = rows.flatMap(({ name, email, phone, place }) => {
    const stored = place === undefined ? undefined : before?.[place];
    const emails = withFirst(email, stored?.emails);
    const phones = withFirst(phone, stored?.phones);
    const contact = {
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(emails.length === 0 ? {} : { emails }),
      ...(phones.length === 0 ? {} : { phones }),
    };
    return Object.keys(contact).length === 0 ? [] : [contact];
  });
  return contacts.length === 0 ? undefined : contacts;
}
