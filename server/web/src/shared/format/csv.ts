// SPDX-License-Identifier: EUPL-1.2

export type Cell = string | number | undefined;

const startsFormula = /^[=+\-@\t\r]/;

/**
 * A cell that no spreadsheet takes for a formula: text that begins with = + - @, a tab or a carriage return gets an
 * apostrophe before it (OWASP, CSV injection). Numbers are written by us and stay numbers.
 */
function cellText(cell: Cell, decimalSign: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimalSign);
  const safe = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Semicolons, a byte order mark and decimal commas: what a Dutch spreadsheet opens with a double click. */
export function toCsv(rows: readonly (readonly Cell[])[], decimalSign = ','): string {
  const lines = rows.map((row) => row.map((cell) => cellText(cell, decimalSign)).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function downloadText(fileName: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
