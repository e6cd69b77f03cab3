// SPDX-License-Identifier: EUPL-1.2
import { isStale } from '@passend/client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/api';
import { me } from '../../shared/api/records';

const meKey = ['me'] as const;
export const viewsOnAPage = 10;

/** Something else changed the record after it was read: what was filled in is of an older one. */
export const isOutdated = isStale;

export const useMe = () => useQuery({ queryKey: meKey, queryFn: ({ signal }) => me.read(signal) });

/** A merge patch over both halves of the own portfolio. */
export interface OwnChanges {
  searchProfile?: Record<string, unknown>;
  detailProfile?: Record<string, unknown>;
}

export function useChangeMe(etag: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: OwnChanges) => me.change({ ...changes }, etag),
    onSuccess: (changed) => {
      client.setQueryData(meKey, changed);
      void client.invalidateQueries({ queryKey: ['candidate'] });
    },
    onError: (error) => {
      if (isOutdated(error)) void client.invalidateQueries({ queryKey: meKey });
    },
  });
}

export function useEraseMe(etag: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(me.erase(etag)),
    onError: (error) => {
      if (isOutdated(error)) void client.invalidateQueries({ queryKey: meKey });
    },
  });
}

export const useViews = (page: number) =>
  useQuery({
    queryKey: ['views', page],
    queryFn: ({ signal }) =>
      dataOf(api.get('/me/views', { params: { query: { page, pageSize: viewsOnAPage } }, signal })),
    placeholderData: keepPreviousData,
  });
