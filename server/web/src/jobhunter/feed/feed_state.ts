// SPDX-License-Identifier: EUPL-1.2
import type { FragmentCodec } from '../../shared/fragment_state';

/** Where in the feed someone is: below this number, or at the newest. */
export interface FeedState {
  before: number | undefined;
}

const highest = 1_000_000_000_000;

export const feedCodec: FragmentCodec<FeedState> = {
  read: (parameters) => {
    const text = parameters.get('voor') ?? '';
    const before = /^\d{1,13}$/.test(text) ? Number(text) : 0;
    return { before: before >= 1 && before <= highest ? before : undefined };
  },
  write: ({ before }) => new URLSearchParams(before === undefined ? {} : { voor: String(before) }),
};
