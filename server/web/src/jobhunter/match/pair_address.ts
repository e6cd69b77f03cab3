// SPDX-License-Identifier: EUPL-1.2

/** The number of a person in what someone typed or pasted: the number itself, or an address that ends in it. */
export function candidateIdIn(text: string): string | undefined {
  const beforeFragment = text.trim().split('#')[0] ?? '';
  return /(?:^|\/)([0-9a-f]{32})\/?$/i.exec(beforeFragment)?.[1]?.toLowerCase();
}

export const pairPath = (vacancyId: string, candidateId: string) =>
  `/vacatures/${vacancyId}/werkzoekenden/${candidateId}`;
