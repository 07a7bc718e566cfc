import { expectTypeOf, it } from 'vitest';
import type { CallOptions } from './core/config.ts';
import type { Page } from './core/page.ts';
import type { Norvalt } from './norvalt.ts';
import type {
  Event,
  Lead,
  LeadStatus,
  LogIn,
  Message,
  MessageSend,
  Session,
  StoredForLater,
  Vehicle,
  VehicleList,
} from './types.ts';

it('types come from the contract', () => {
  expectTypeOf<LogIn>().toExtend<{ email: string; password: string; dealership_id?: string }>();
  expectTypeOf<MessageSend['channel']>().toEqualTypeOf<'email' | 'sms' | 'whatsapp' | 'chat'>();
  expectTypeOf<ReturnType<Norvalt['auth']['logIn']>>().resolves.toEqualTypeOf<Session>();
  expectTypeOf<ReturnType<Norvalt['leads']['delete']>>().resolves.toEqualTypeOf<void>();
  expectTypeOf<ReturnType<Norvalt['leads']['messages']['list']>>().resolves.toExtend<Page<Message>>();
  expectTypeOf<ReturnType<Norvalt['vehicles']['list']>>().resolves.toEqualTypeOf<Page<Vehicle, VehicleList>>();
  expectTypeOf<Parameters<Norvalt['leads']['get']>>().toEqualTypeOf<[leadId: string, options?: CallOptions]>();
  expectTypeOf<ReturnType<Norvalt['live']>>().toExtend<AsyncIterable<Event>>();
});

it('a lead is told apart from what is stored for later by its status', () => {
  const tell = (answer: Lead | StoredForLater): LeadStatus | string =>
    answer.status === 'accepted' ? answer.arrival_id : answer.status;
  expectTypeOf(tell).returns.toEqualTypeOf<string>();
  const read = (answer: Lead | StoredForLater) => answer.status !== 'accepted' && answer.customer;
  expectTypeOf(read).returns.toEqualTypeOf<Lead['customer'] | false>();
});
