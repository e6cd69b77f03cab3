// SPDX-License-Identifier: EUPL-1.2

/** The day where the reader is, YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');
