import type { ReplyContext } from './reply-context.ts';

function ask(context: ReplyContext): string {
  const { intents } = context.request.understanding;
  const about = (['test_drive', 'trade_in', 'finance'] as const).find((intent) => intents.includes(intent));
  const later = (context.request.step ?? 1) > 1;
  return context.phrases.followUpAsk(later ? 'decided' : (about ?? 'anything'));
}

/** The sentences of a follow-up: the car as it stands now, and one easy way to answer. */
export function composeFollowUp(context: ReplyContext): string[] {
  const { phrases, request, car, alternatives } = context;
  const later = (request.step ?? 1) > 1;
  if (car === null) return [phrases.followUpWithoutCar(later)];
  const status = request.vehicle?.status;
  if (status === 'sold' || status === 'reserved') {
    const opening = status === 'sold' ? phrases.followUpSold(car) : phrases.followUpReserved(car);
    if (alternatives.length === 0) return [opening, phrases.tellUsWhatMatters()];
    return [opening, phrases.alternatives(alternatives), phrases.whichAlternative(alternatives.length)];
  }
  return [later ? phrases.followUpLater(car) : phrases.followUpFirst(car), ask(context)];
}
