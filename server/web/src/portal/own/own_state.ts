// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changeRecord, eraseRecord, getRecord, isStale } from '../../shared/api/change';
import { get } from '../../shared/api/client';
import type { ErasureReceipt, Me, Views } from '../../shared/api/types';

const meKey = ['me'] as const;
export const viewsOnAPage = 10;

/** Something else changed the record after it was read: what was filled in is of an older one. */
export const isOutdated = isStale;

export const useMe = () => useQuery({ queryKey: meKey, queryFn: ({ signal }) => getRecord<Me>('/me', signal) });

/** A merge patch over both halves of the own portfolio. */
export interface OwnChanges {
  searchProfile?: Record<string, unknown>;
  detailProfile?: Record<string, unknown>;
}

export function useChangeMe(etag: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: OwnChanges) => changeRecord<Me>('/me', changes, etag),
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
    mutationFn: () => eraseRecord<ErasureReceipt>('/me', etag),
    onError: (error) => {
      if (isOutdated(error)) void client.invalidateQueries({ queryKey: meKey });
    },
  });
}

export const useViews = (page: number) =>
  useQuery({
    queryKey: ['views', page],
    queryFn: ({ signal }) => get<Views>(`/me/views?page=${page}&pageSize=${viewsOnAPage}`, signal),
    placeholderData: keepPreviousData,
  });
