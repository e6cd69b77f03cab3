// SPDX-License-Identifier: EUPL-1.2
import { PortalStartPage } from '../../portal/start_page';
import { isMediator, useSession } from '../../shared/session';
import { StartPage } from './start_page';

/** Where somebody begins. */
export function StartForRole() {
  return isMediator(useSession()) ? <StartPage /> : <PortalStartPage />;
}
