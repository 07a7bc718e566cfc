import type { ReplyContext } from './reply-context.ts';

/** In English, what a customer asked that a person has to answer in their own words; a template says nothing of it. */
export function leftToWriter({ topics, request }: ReplyContext): string[] {
  const { vehicle, dealership } = request;
  const left: [boolean, string][] = [
    [topics.price && vehicle !== null && vehicle.price === null, 'the price'],
    [topics.mileage && vehicle !== null && vehicle.mileage === null, 'the mileage'],
    [topics.negotiation, 'a lower price'],
    [topics.reservation, 'a reservation'],
    [topics.purchase && !topics.reservation, 'the purchase'],
    [topics.pictures && vehicle !== null && vehicle.listingUrl === null, 'more pictures'],
    [topics.openingHours && dealership.openingHours.length === 0, 'the opening hours'],
    [topics.openingHours && topics.holiday, 'the opening hours on public holidays'],
    [topics.unrecognisedQuestion, 'a question that nothing here answers'],
  ];
  return left.filter(([isOpen]) => isOpen).map(([, what]) => what);
}
