// SPDX-License-Identifier: EUPL-1.2
import type { Fragment } from '../../shared/api/types';
import { MarkedText } from '../../shared/ui/marked_text';

const mostShown = 3;

export function Fragments({ fragments }: { fragments: readonly Fragment[] }) {
  if (fragments.length === 0) return null;
  return (
    <ul className="fragments">
      {fragments.slice(0, mostShown).map(({ field, runs }, place) => (
        <li key={`${field} ${place}`}>
          <MarkedText runs={runs} />
        </li>
      ))}
    </ul>
  );
}
