// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, get, getTagged, patch, remove } from '../../shared/api/client';
import type { ErasureReceipt, Me, Views } from '../../shared/api/types';

const meKey = ['me'] as const;
export const viewsOnAPage = 10;

/** Something else changed the record after it was read: what was filled in is of an older one. */
export const isOutdated = (error: unknown) => error instanceof ApiError && error.status === 412;

export const useMe = () => useQuery({ queryKey: meKey, queryFn: ({ signal }) => getTagged<Me>('/me', signal) });

/** A merge patch over both halves of the own portfolio. */
export interface OwnChanges {
  searchProfile?: Record<string, unknown>;
  detailProfile?: Record<string, unknown>;
}

export function useChangeMe(tag: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: OwnChanges) => patch<Me>('/me', tag, changes),
    onSuccess: (changed) => {
      client.setQueryData(meKey, changed);
      void client.invalidateQueries({ queryKey: ['candidate'] });
    },
    onError: (error) => {
      if (isOutdated(error)) void client.invalidateQueries({ queryKey: meKey });
    },
  });
}

export function useEraseMe(tag: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove<ErasureReceipt>('/me', tag),
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
