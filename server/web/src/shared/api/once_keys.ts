// SPDX-License-Identifier: EUPL-1.2
import { newKey } from '@passend/client';

/** Gives what somebody does its key: the same one when it is tried again, another one for anything else. */
export class OnceKeys {
  private last: { action: string; key: string } | undefined;

  keyFor(...action: readonly unknown[]): string {
    const said = JSON.stringify(action);
    if (this.last?.action !== said) this.last = { action: said, key: newKey() };
    return this.last.key;
  }

  /** It was carried out: doing the same once more is a new action. */
  done(): void {
    this.last = undefined;
  }
}
