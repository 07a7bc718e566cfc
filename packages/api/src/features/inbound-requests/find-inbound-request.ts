import { notFound } from '../../http/problem.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';
import { withoutDeletedWords } from '../arrivals/without-deleted-words.ts';
import { InboundRequest, type InboundRequestRecord } from './model.ts';

/** A post from outside with the arrival it brought, if it brought one. */
export interface InboundRequestWithArrival {
  request: InboundRequestRecord;
  arrival: ArrivalRecord | null;
}

/**
 * Reads one post of the current dealership.
 * @throws Problem 404
 */
export async function findInboundRequest(id: string): Promise<InboundRequestWithArrival> {
  const request = await InboundRequest.findOne({ _id: id }).lean<InboundRequestRecord>();
  if (!request) throw notFound();
  if (request.arrival_id === null) return { request, arrival: null };
  const found = await Arrival.find({ _id: request.arrival_id }).lean<ArrivalRecord[]>();
  const [arrival = null] = await withoutDeletedWords(found);
  return { request, arrival };
}
