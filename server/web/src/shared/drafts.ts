// SPDX-License-Identifier: EUPL-1.2

/**
 * What somebody typed and did not send yet, kept in this tab until it is sent, left on purpose, or they sign out: a
 * session that ends or a page that is loaded again loses nothing. Never sent anywhere.
 */
const prefix = 'passend.draft.';

export function readDraft<Draft>(name: string): Draft | undefined {
  try {
    const kept = sessionStorage.getItem(prefix + name);
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined;
  }
}

export function keepDraft(name: string, draft: unknown): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing warns before the page is left, all the same.
  }
}

export function forgetDraft(name: string): void {
  try {
    sessionStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept.
  }
}

/** The next one at this machine may be somebody else. */
export function forgetAllDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
