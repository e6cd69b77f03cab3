// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from './contract.js';

/** The status of a question that no server answered. */
export const unreachable = 0;

/** An answer that is not the one asked for; `problem` is what the server said, absent when it said nothing or was not reached. */
export class ProblemError extends Error {
  constructor(
    /** Of HTTP, or `unreachable`. */
    readonly status: number,
    readonly problem?: Problem,
  ) {
    super(problem ? `${problem.title}: ${problem.detail}` : status === unreachable ? 'no answer' : `HTTP ${status}`);
    this.name = 'ProblemError';
  }
}

/** Somebody else changed the record after it was read: read it again before changing it. */
export const isStale = (error: unknown): boolean => error instanceof ProblemError && error.status === 412;
