// SPDX-License-Identifier: EUPL-1.2

/** Only the parts that say something. */
export const said = (parts: readonly (string | undefined)[]): string[] =>
  parts.filter((part): part is string => part !== undefined && part !== '');

/** The same on one line. */
export const saidTogether = (parts: readonly (string | undefined)[]): string => said(parts).join(' · ');
