// SPDX-License-Identifier: EUPL-1.2
export * from './contract.js';
export { ifMatch, newKey, once, waitForIndex } from './headers.js';
export {
  createPassend,
  fileForms,
  type Answer,
  type Ask,
  type Download,
  type FileForm,
  type Options,
  type Passend,
} from './passend.js';
export { isStale, ProblemError, unreachable } from './problem_error.js';
