import type { DealershipRecord } from '../dealership/model.ts';
import type { MembershipRecord } from '../users/model.ts';

/** Who has just signed in, or stayed so, and the two tokens that prove it. */
export interface SignedIn {
  membership: MembershipRecord;
  dealership: DealershipRecord;
  accessToken: string;
  refreshToken: string;
  /** How long the refresh token is good for, in seconds. */
  refreshSeconds: number;
}
