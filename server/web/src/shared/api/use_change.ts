// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from '@passend/client';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { sessionKey } from '../session';
import { OnceKeys } from './once_keys';

/**
 * Something that changes records. `carryOut` gets a key that stays the same while the same is tried again. Afterwards all
 * that is on the screen is asked for again: the answer has waited until search and matching know the change. What is
 * about a record that is gone (its id from `gone`) is not asked for any more.
 */
export function useChange<Input, Result>(
  carryOut: (input: Input, key: string) => Promise<Result>,
  onDone?: (result: Result, input: Input) => void,
  gone?: (input: Input) => string,
): UseMutationResult<Result, Error, Input> {
  const queries = useQueryClient();
  const keys = useRef(new OnceKeys());
  return useMutation({
    mutationFn: (input: Input) => carryOut(input, keys.current.keyFor(input)),
    onSuccess: (result, input) => {
      keys.current.done();
      onDone?.(result, input);
      const goneId = gone?.(input);
      void queries.invalidateQueries({
        predicate: ({ queryKey, queryHash }) =>
          queryKey[0] !== sessionKey[0] && (goneId === undefined || !queryHash.includes(goneId)),
      });
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 401) void queries.resetQueries({ queryKey: sessionKey });
    },
  });
}
