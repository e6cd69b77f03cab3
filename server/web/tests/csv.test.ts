// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { toCsv } from '../src/shared/format/csv';

const oneCell = (cell: string | number | undefined) => toCsv([[cell]]).slice(1, -2);

describe('A list as CSV', () => {
  it.each(['=1+1', '+31 35', '-2', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x";"klik")'])(
    'never lets %j begin a formula',
    (cell) => {
      expect(oneCell(cell).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('keeps words, hyphens inside words and quotes as they are', () => {
    expect(oneCell('Kok - Hilversum')).toBe('Kok - Hilversum');
    expect(oneCell('zei "ja"; daarna nee')).toBe('"zei ""ja""; daarna nee"');
    expect(oneCell('twee\nregels')).toBe('"twee\nregels"');
  });

  it('writes numbers with a decimal comma, also below zero, and nothing for what is not known', () => {
    expect(oneCell(87.25)).toBe('87,25');
    expect(oneCell(-1.5)).toBe('-1,5');
    expect(oneCell(undefined)).toBe('');
  });

  it('begins with a byte order mark and parts lines and cells as a Dutch spreadsheet expects', () => {
    expect(
      toCsv([
        ['a', 'b'],
        [1, 2],
      ]),
    ).toBe('\uFEFFa;b\r\n1;2\r\n');
  });
});
