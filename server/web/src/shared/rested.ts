// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';

/** What was typed, once the typing has rested. */
export function useRested<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
