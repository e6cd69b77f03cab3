// SPDX-License-Identifier: EUPL-1.2

/** Last division (first two digits) of each section of SBI 2008, in rising order. Source: CBS, Standaard Bedrijfsindeling 2008. */
const sections: readonly (readonly [lastDivision: number, section: string])[] = [
  [3, 'A'],
  [9, 'B'],
  [33, 'C'],
  [35, 'D'],
  [39, 'E'],
  [43, 'F'],
  [47, 'G'],
  [53, 'H'],
  [56, 'I'],
  [63, 'J'],
  [66, 'K'],
  [68, 'L'],
  [75, 'M'],
  [82, 'N'],
  [84, 'O'],
  [85, 'P'],
  [88, 'Q'],
  [93, 'R'],
  [96, 'S'],
  [98, 'T'],
  [99, 'U'],
];

/**
 * The section letter of an SBI code. Codes are numbers, so that a leading zero is lost: 1110 is read as division 11.
 * Undefined for what is no code.
 */
export function sbiSection(code: number): string | undefined {
  const digits = String(code);
  const division = Number(digits.slice(0, 2));
  if (!Number.isInteger(code) || code < 1) return undefined;
  return sections.find(([last]) => division <= last)?.[1];
}
