// SPDX-License-Identifier: EUPL-1.2
import { createPassend, type Answer } from '@passend/client';

/** The server that this page comes from. */
export const api = createPassend();

/** How long an answer of the VUM exchange is waited for: the server gives it ten seconds. */
export const exchangeMilliseconds = 20_000;

/** What an answer holds, for who has no use for its version. */
export const dataOf = async <Data>(answer: Promise<Answer<Data>>): Promise<Data> => (await answer).data;
