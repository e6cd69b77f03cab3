// SPDX-License-Identifier: EUPL-1.2
import { createPassend, type Answer } from '@passend/client';

/** The server that this page comes from. */
export const api = createPassend();

/** What an answer holds, for who has no use for its version. */
export const dataOf = async <Data>(answer: Promise<Answer<Data>>): Promise<Data> => (await answer).data;
