// SPDX-License-Identifier: EUPL-1.2
import type { Fragment } from '@passend/client';
import { MarkedText } from '../../shared/ui/marked_text';

const mostShown = 2;

const textOf = ({ runs }: Fragment) => runs.map(({ text }) => text).join('');

/** A text of the hit itself, marked where the query hit it. */
export function HitText({ text, fragments }: { text: string; fragments: readonly Fragment[] }) {
  const same = fragments.find((fragment) => textOf(fragment) === text);
  return same ? <MarkedText runs={same.runs} /> : <>{text}</>;
}

/** Where else the query hit; what stands in the hit anyway is not said twice. */
export function Fragments({ fragments, shown }: { fragments: readonly Fragment[]; shown: readonly string[] }) {
  const others = fragments.filter((fragment) => !shown.includes(textOf(fragment))).slice(0, mostShown);
  if (others.length === 0) return null;
  return (
    <ul className="fragments">
      {others.map(({ field, runs }, place) => (
        <li key={`${field} ${place}`}>
          <MarkedText runs={runs} />
        </li>
      ))}
    </ul>
  );
}
