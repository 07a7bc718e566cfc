import { describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { messageRecords, postMail, roomyEnv, settle, signedMail } from '../../../test/work.ts';
import { portalSamples } from '../../channels/portals/samples/samples.ts';
import type { components } from '../../generated/openapi.ts';
import { DAY_MS } from '../../lib/clock.ts';

type Schemas = components['schemas'];
type Template = Schemas['PortalTemplate'];
type Mark = Schemas['PortalMark'];

const { app, admin, dealer, client } = await startDealership({ env: roomyEnv }, { dealership_name: 'Fjord Bil' });

const newestMail = async () =>
  (await client().get<Schemas['ArrivalList']>('/v1/arrivals?channel=email&limit=1')).body.data[0];
const leadOf = async (id: string | null | undefined) => (await client().get<Schemas['Lead']>(`/v1/leads/${id}`)).body;
const templates = async () => (await client().get<{ data: Template[] }>('/v1/portal-templates')).body.data;
const template = async (id: string) => (await templates()).find((one) => one.id === id);
const sample = (id: string) => {
  const found = portalSamples.find((one) => one.template === id);
  if (!found) throw new Error(`no sample of ${id}`);
  return found;
};

let customers = 0;
/** A sample with a customer of its own. */
function finnMail(change: (text: string) => string = (text) => text) {
  customers += 1;
  const { from, subject, text } = sample('finn');
  const number = String(customers).padStart(2, '0');
  return {
    from,
    subject,
    text: change(text.replace('kari.hansen@', `kari-${customers}@`).replace('901 23 456', `901 23 4${number}`)),
  };
}

async function send(mail: Parameters<typeof signedMail>[0]) {
  const { status } = await postMail(app, dealer, signedMail(mail, app.clock.now()));
  expect(status).toBe(200);
  await settle(app);
  const arrival = await newestMail();
  if (!arrival) throw new Error('no arrival');
  return arrival;
}

async function answersTo(leadId: string | null) {
  const all = await messageRecords(dealer, leadId ?? '');
  return all.filter(
    ({ direction, audience, state }) => direction === 'outbound' && audience === 'customer' && state === 'sent',
  );
}

describe('a mail of a portal', () => {
  it('is read by its template, and the customer is answered, not the portal', async () => {
    const arrival = await send({ ...finnMail(), headers: [['Auto-Submitted', 'auto-generated']] });
    expect(arrival).toMatchObject({
      outcome: 'lead_created',
      label: 'sales_inquiry',
      reasons: ['Read by the template of FINN'],
    });
    const lead = await leadOf(arrival.lead_id);
    expect(lead).toMatchObject({
      source: 'email',
      message: sample('finn').expected.message,
      vehicle_interest: 'Volvo XC60 T6 Recharge',
      customer: { name: 'Kari Hansen', email: `kari-${customers}@example.com` },
      submissions: [{ source_detail: 'FINN', metadata: { portal: { template: 'finn', reference: '312345678' } } }],
    });
    expect((await answersTo(lead.id)).map(({ recipient }) => recipient)).toEqual([lead.customer.email]);
    expect((await template('finn'))?.last_fit_at).not.toBeNull();
  });

  it('of two customers with the same subject is two leads', async () => {
    const [one, other] = [await send(finnMail()), await send(finnMail())];
    expect([one.outcome, other.outcome]).toEqual(['lead_created', 'lead_created']);
    expect(one.lead_id).not.toBe(other.lead_id);
  });

  it('that does not fit any more is a lead for a person all the same, and that is seen', async () => {
    const without = (text: string) => text.replace(/^(Navn|E-post|Telefon):.*\n/gm, '');
    const arrival = await send(finnMail(without));
    expect(arrival.outcome).toBe('lead_created');
    expect(arrival.reasons[0]).toBe('Comes from FINN but does not fit its template: name, email not found');
    expect(await leadOf(arrival.lead_id)).toMatchObject({ handled_by: 'human', customer: { email: null } });
    expect(await answersTo(arrival.lead_id)).toEqual([]);
    expect((await template('finn'))?.misfit).toMatchObject({ arrival_id: arrival.id, missing: ['name', 'email'] });
    // A second stranger behind the same sender is not the first one.
    const second = await send(finnMail((text) => without(text).replace('Er bilen', 'Hei, er bilen')));
    expect(second.lead_id).not.toBe(arrival.lead_id);
    await send(finnMail());
    expect((await template('finn'))?.misfit).toBeNull();
  });

  it('that is no enquiry is not read by the template, nor held against it', async () => {
    const news = {
      from: 'FINN <nyheter@finn.no>',
      subject: 'Faktura for november',
      text: 'Vedlagt følger faktura for annonsering.',
    };
    const arrival = await send({ ...news, headers: [['List-Id', '<nyheter.finn.no>']] });
    expect(arrival.outcome).toBe('not_a_lead');
    expect((await template('finn'))?.misfit).toBeNull();
  });
});

describe('notices about one conversation without an address of the customer', () => {
  const notice = (name: string, message: string, subject = 'Ny melding om Volvo V90') =>
    send({
      from: 'FINN <varsel@finn.no>',
      subject,
      text: `Annonse: Volvo V90\nNavn: ${name}\nE-post:\n\nMelding:\n${message}\n\nSe annonsen: https://www.finn.no/2`,
    });

  it('are one by sender, subject and name, and never by the subject alone', async () => {
    const first = await notice('Liv Dahl', 'Er den ledig?');
    expect(first.outcome).toBe('lead_created');
    app.clock.advance(10 * DAY_MS);
    const more = await notice('Liv Dahl', 'Jeg kan komme på fredag.', 'Re: Ny melding om Volvo V90');
    expect(more).toMatchObject({ outcome: 'message_added', lead_id: first.lead_id });
    const others = [
      await notice('Per Dahl', 'Er den ledig?'),
      await notice('Liv Dahl', 'Er den ledig?', 'Ny melding om Audi A6'),
    ];
    expect(others.map(({ outcome }) => outcome)).toEqual(['lead_created', 'lead_created']);
    expect(new Set([first, ...others].map(({ lead_id }) => lead_id)).size).toBe(3);
    const texts = (await messageRecords(dealer, first.lead_id ?? '')).filter(
      ({ direction }) => direction === 'inbound',
    );
    expect(texts.map(({ text }) => text)).toEqual(['Er den ledig?', 'Jeg kan komme på fredag.']);
  });
});

describe('a template made of a real mail', () => {
  const from = 'Bilportalen <no-reply@post.bilportalen.example>';
  const mailOf = (who: string, email: string, words: string) => ({
    from,
    subject: `Kunde for ${who}`,
    text: `Dette er en kunde\nHvem: ${who}\nSvar til ${email} i dag\nSpørsmål\n${words}\n\nHilsen oss`,
  });

  async function markAll(arrivalId: string, words: Partial<Record<Mark['field'], string>>): Promise<Mark[]> {
    const { body: mail } = await client().get<Schemas['ArrivalMail']>(`/v1/arrivals/${arrivalId}/mail`);
    return Object.entries(words).map(([field, piece]) => {
      const start = mail.text.indexOf(piece);
      return { field: field as Mark['field'], in: 'text', start, end: start + piece.length };
    });
  }

  it('reads the next mail; changed layouts are mended the same way', async () => {
    const arrival = await send(mailOf('Eva Lund', 'eva@example.com', 'Kan jeg få se\n\nbilen?'));
    const marks = await markAll(arrival.id, {
      name: 'Eva Lund',
      email: 'eva@example.com',
      message: 'Kan jeg få se\n\nbilen?',
    });
    const preview = await client().post<Schemas['PortalPreview']>(
      `/v1/arrivals/${arrival.id}/portal-template/preview`,
      { marks },
    );
    expect(preview.body).toMatchObject({ fits: true, missing: [] });
    expect(preview.body.values).toContainEqual({ field: 'message', value: 'Kan jeg få se\n\nbilen?' });
    const input = {
      name: 'Bilportalen',
      senders: ['@Bilportalen.example'],
      subject_words: ['kunde for'],
      marks,
    };
    const layout = { ...input, arrival_id: arrival.id };
    const made = await client().post<Template>(`/v1/arrivals/${arrival.id}/portal-template`, input);
    expect(made).toMatchObject({
      status: 201,
      body: { built_in: false, enabled: true, senders: ['bilportalen.example'] },
    });

    const next = await send(mailOf('Ola Berg', 'ola@example.com', 'Hva koster den?\nHilsen Ola'));
    expect(next.reasons).toEqual(['Read by the template of Bilportalen']);
    expect(await leadOf(next.lead_id)).toMatchObject({
      message: 'Hva koster den?\nHilsen Ola',
      customer: { name: 'Ola Berg', email: 'ola@example.com' },
    });

    const moved = { ...mailOf('Ida Moe', 'ida@example.com', 'Er den solgt?') };
    const broken = await send({ ...moved, text: moved.text.replace('Hvem:', 'Kundens navn:') });
    expect(broken.reasons[0]).toBe('Comes from Bilportalen but does not fit its template: name not found');
    const again = await markAll(broken.id, { name: 'Ida Moe', email: 'ida@example.com', message: 'Er den solgt?' });
    const path = `/v1/portal-templates/${made.body.id}`;
    const mended = await client().patch<Template>(path, { layout: { ...layout, arrival_id: broken.id, marks: again } });
    expect(mended.body).toMatchObject({ misfit: null, rules: [{ before: 'Kundens navn:' }, {}, {}] });
    expect((await client().patch<Template>(path, { enabled: false })).body.enabled).toBe(false);
    expect((await client().delete(path)).status).toBe(204);
    expect((await client().patch(path, { enabled: true })).status).toBe(404);
  });

  it('mends one that came with the product, which can be taken back', async () => {
    const changed = finnMail((text) => text.replace('Navn:', 'Interessent:'));
    const broken = await send(changed);
    const marks = await markAll(broken.id, { name: 'Kari Hansen', email: `kari-${customers}@example.com` });
    const layout = { name: 'FINN', senders: ['finn.no'], subject_words: ['henvendelse'], arrival_id: broken.id, marks };
    const mended = await client().patch<Template>('/v1/portal-templates/finn', { layout });
    expect(mended.body).toMatchObject({ id: 'finn', built_in: true, mended: true, assumed: false, misfit: null });
    expect((await send(finnMail((text) => text.replace('Navn:', 'Interessent:')))).reasons[0]).toBe(
      'Read by the template of FINN',
    );
    expect((await client().delete('/v1/portal-templates/finn')).status).toBe(204);
    expect(await template('finn')).toMatchObject({ mended: false, assumed: true });
  });

  it('is refused where nobody would be answered, or a mark has nothing around it', async () => {
    const arrival = await send(mailOf('Eva Lund', 'eva@example.com', 'Hei'));
    const post = async (marks: Mark[], senders = ['bilportalen.example']) => {
      const layout = { name: 'X', senders, marks };
      const { status, body } = await client().post<Schemas['Problem']>(
        `/v1/arrivals/${arrival.id}/portal-template`,
        layout,
      );
      return [status, body.errors?.[0]?.pointer];
    };
    expect(await post(await markAll(arrival.id, { message: 'Hei' }))).toEqual([422, '#/marks']);
    expect(await post(await markAll(arrival.id, { name: 'Dette er' }))).toEqual([422, '#/marks/0']);
    const named = await markAll(arrival.id, { name: 'Eva Lund' });
    expect(await post(named, ['gmail.com'])).toEqual([422, '#/senders/0']);
    expect(await post(named, ['not a domain'])).toEqual([422, '#/senders/0']);
    const rep = await app.addColleague({ ...admin, client: client() }, 'sales_rep');
    expect((await rep.client.patch('/v1/portal-templates/finn', { enabled: false })).status).toBe(403);
  });

  it('is each dealership’s own', async () => {
    const other = await app.signUp();
    await client().patch('/v1/portal-templates/finn', { enabled: false });
    const theirs = (await other.client.get<{ data: Template[] }>('/v1/portal-templates')).body.data;
    expect(theirs.find(({ id }) => id === 'finn')).toMatchObject({ enabled: true, last_fit_at: null });
    await client().patch('/v1/portal-templates/finn', { enabled: true });
  });
});

it('a mail from an address of our own is shown to a person and never answered', async () => {
  const other = await app.signUp({ dealership_name: 'Berg Bil' });
  const { address } = (await other.client.get<Schemas['Mailbox']>('/v1/mailbox')).body;
  const arrival = await send({
    from: `Berg Bil <${address}>`,
    subject: 'Volvo XC60',
    text: 'Er Volvo XC60 fortsatt til salgs?',
  });
  expect(await answersTo(arrival.lead_id)).toEqual([]);
  expect(await leadOf(arrival.lead_id)).toMatchObject({ handled_by: 'human' });
});
