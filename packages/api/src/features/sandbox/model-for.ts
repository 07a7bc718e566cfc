import type { ModelProvider } from '../../answering/types.ts';
import type { Services } from '../../services.ts';
import { isSandbox } from './sandbox-id.ts';

/** The language model that may work for a dealership: none in a sandbox, which answers the same way every time and costs nothing. */
export function modelFor({ model }: Pick<Services, 'model'>, dealershipId: string): ModelProvider | null {
  return isSandbox(dealershipId) ? null : model;
}
