// SPDX-License-Identifier: EUPL-1.2
import type { Reporter, TestModule } from 'vitest/node';

/** Ends the output with one plain line, "N passed, N failed", that the check script sums. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const unread = modules.filter(
      (module) => !module.ok() && [...module.children.allTests('failed')].length === 0,
    ).length;
    const failed = states.filter((state) => state === 'failed').length + unread + errors.length;
    process.stdout.write(`${states.filter((state) => state === 'passed').length} passed, ${failed} failed\n`);
  }
}
