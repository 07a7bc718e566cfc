import type { components } from '../../generated/openapi.ts';
import { presentDealershipSummary } from '../dealership/present.ts';
import { presentUser } from '../users/present.ts';
import { ACCESS_TOKEN_SECONDS } from './access-token.ts';
import type { OwnProfile } from './get-me.ts';
import type { SignedIn } from './signed-in.ts';

type Schemas = components['schemas'];

/** What somebody who has signed in gets; the refresh token is not in it. */
export function presentSession(signedIn: SignedIn): Schemas['Session'] {
  return {
    access_token: signedIn.accessToken,
    token_type: 'Bearer',
    expires_in: ACCESS_TOKEN_SECONDS,
    user: presentUser(signedIn.membership),
    dealership: presentDealershipSummary(signedIn.dealership),
  };
}

/** What a person sees of themselves. */
export function presentMe({ membership, dealership, dealerships }: OwnProfile): Schemas['Me'] {
  return {
    user: presentUser(membership),
    dealership: presentDealershipSummary(dealership),
    dealerships: dealerships.map(presentDealershipSummary),
  };
}
