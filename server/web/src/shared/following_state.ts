// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';

/**
 * State that someone may edit, and that starts again whenever its source changes: words in a box after going back, and a
 * tick that shows at once while the page that follows from it is still being made.
 */
export function useFollowingState<Value>(source: Value): [Value, (next: Value) => void] {
  const [followed, setFollowed] = useState(source);
  const [value, setValue] = useState(source);
  if (followed !== source) {
    setFollowed(source);
    setValue(source);
    return [source, setValue];
  }
  return [value, setValue];
}
