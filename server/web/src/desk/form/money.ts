// SPDX-License-Identifier: EUPL-1.2

/** Euros as a Dutch form has them, "2.450", "15,50" or "15.50", to cents. Undefined for what is no amount. */
export function centsOf(text: string): number | undefined {
  const packed = text.replaceAll(/[\s€]/g, '');
  const parts = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(packed);
  if (!parts?.[1]) return undefined;
  const cents = (parts[2] ?? '').padEnd(2, '0');
  return Number(parts[1].replaceAll('.', '')) * 100 + Number(cents);
}

/** "15,50"; without cents when there are none. */
export const eurosOf = (cents: number | undefined): string =>
  cents === undefined ? '' : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ',');
