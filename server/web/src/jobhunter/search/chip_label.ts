// SPDX-License-Identifier: EUPL-1.2
import type { QueryChip } from '@passend/client';
import type { TFunction } from 'i18next';

/** A part of a query in words: "niet: kok", "liefst: heftruck", "titel: kok". */
export function chipLabel({ role, field, text }: QueryChip, t: TFunction): string {
  const colon = field === undefined ? -1 : text.indexOf(':');
  const words = text.slice(colon + 1);
  const named = field === undefined ? words : `${t(`searchField.${field}`, { defaultValue: field })}: ${words}`;
  return role === 'wanted' ? named : t(`search.chip.${role}`, { words: named });
}
