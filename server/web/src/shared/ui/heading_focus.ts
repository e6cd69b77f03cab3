// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useNavigationType } from 'react-router-dom';

/**
 * Names the document after the page and, when someone came here by a link, moves focus to its heading, so that a screen
 * reader begins there. Going back keeps the focus and the place on the page as the browser restores them.
 */
export function useHeadingFocus(title: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useNavigationType();
  const moved = useRef(false);
  useEffect(() => {
    if (title === undefined) return;
    document.title = `${title} – Passend`;
    if (!moved.current && arrival === 'PUSH') heading.current?.focus({ preventScroll: true });
    moved.current = true;
  }, [title, arrival]);
  return heading;
}
