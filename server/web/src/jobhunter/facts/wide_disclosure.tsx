// SPDX-License-Identifier: EUPL-1.2
import { useState, type ReactNode } from 'react';

const wideScreen = '(min-width: 64rem)';

/** Open from the start where there is room beside the list, folded on a phone so that the list comes first. */
export function WideDisclosure({ title, children }: { title: string; children: ReactNode }) {
  const [startsOpen] = useState(() => window.matchMedia(wideScreen).matches);
  return (
    <details className="disclosure" open={startsOpen}>
      <summary>
        <h2 className="nl-heading nl-heading--level-4">{title}</h2>
      </summary>
      {children}
    </details>
  );
}
