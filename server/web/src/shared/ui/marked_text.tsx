// SPDX-License-Identifier: EUPL-1.2
import type { TextRuns } from '@passend/client';

/** The runs of a fragment as text; never HTML from the server. */
export function MarkedText({ runs }: { runs: TextRuns }) {
  return (
    <>
      {runs.map(({ text, marked }, place) =>
        marked ? (
          <mark key={place} className="nl-mark">
            {text}
          </mark>
        ) : (
          <span key={place}>{text}</span>
        ),
      )}
    </>
  );
}
