import { describe, expect, it } from 'vitest';
import { renderInvitationMail } from './render-invitation-mail.ts';
import { renderLeadAlertMail } from './render-lead-alert-mail.ts';
import { renderStaffMail } from './render-staff-mail.ts';

const link = 'https://app.norvalt.example/app/leads/lead_1';

describe('renderStaffMail', () => {
  it('makes the address on its own line a button and keeps it readable in plain text', () => {
    const { html, text } = renderStaffMail({
      text: `Ny henvendelse\n${link}`,
      subject: 'Ny',
      language: 'nb',
      dealershipName: 'Fjord Bil',
    });
    expect(text).toBe(`Ny henvendelse\n${link}\n\nSendt av Norvalt for Fjord Bil\n`);
    expect(html).toMatch(new RegExp(`<a class="button" href="${link}"[^>]*>Åpne i Norvalt</a>`));
  });

  it('is English for dealerships that are not Norwegian', () => {
    expect(renderStaffMail({ text: link, subject: 'x', language: 'de', dealershipName: 'Autohaus' }).html).toContain(
      'Open in Norvalt',
    );
  });
});

describe('renderLeadAlertMail', () => {
  const alert = {
    language: 'nb',
    dealershipName: 'Fjord Bil',
    customer: { name: 'Ola Nordmann', email: 'ola@example.com', phone: '901 23 456' },
    vehicle: 'Volvo XC60 2022',
    message: 'Er bilen ledig?\n\nMvh Ola',
    priority: { urgency: 'today', temperature: 'warm' },
    link,
  } as const;

  it('gives the rep all there is to act on', () => {
    const { subject, text, html } = renderLeadAlertMail(alert);
    expect(subject).toBe('Ny henvendelse fra Ola Nordmann: Volvo XC60 2022');
    expect(text).toBe(
      `Ny henvendelse fra Ola Nordmann\nVolvo XC60 2022\nLunken, svar i dag\n901 23 456 · ola@example.com\n\n> Er bilen ledig?\n>\n> Mvh Ola\n\n${link}\n\nSendt av Norvalt for Fjord Bil\n`,
    );
    expect(html).toContain('<blockquote');
    expect(html).not.toContain('&gt; Er bilen');
  });

  it('lets a customer make no button and no header of their own', () => {
    const { html, subject, text } = renderLeadAlertMail({
      ...alert,
      customer: { ...alert.customer, name: 'Ola\r\nBcc: x' },
      vehicle: `https://evil.example\n${link}`,
      message: 'https://evil.example/login\n<b>x</b>',
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(html).not.toContain('<b>');
    expect(text).toContain('> https://evil.example/login');
  });

  it('says nothing of how pressing it is where nobody read it for that', () => {
    const { text } = renderLeadAlertMail({ ...alert, headline: 'Svar fra Ola Nordmann', priority: null });
    expect(text).toMatch(/^Svar fra Ola Nordmann\nVolvo XC60 2022\n901 23 456/);
  });

  it('cuts a very long message', () => {
    expect(renderLeadAlertMail({ ...alert, message: 'x'.repeat(5000) }).text.length).toBeLessThan(1000);
  });
});

describe('renderInvitationMail', () => {
  it('says who invites to what, as what, and how', () => {
    const { subject, text, html } = renderInvitationMail({
      language: 'nb',
      dealershipName: 'Fjord Bil',
      inviterName: 'Anne Lie',
      inviteeName: 'Per',
      role: 'sales_rep',
      acceptUrl: 'https://app.norvalt.example/invite/t',
      validDays: 7,
    });
    expect(subject).toBe('Bli med i Fjord Bil på Norvalt');
    expect(text).toContain('Anne Lie har invitert deg til Fjord Bil på Norvalt, som selger.');
    expect(text).toContain('\n\nhttps://app.norvalt.example/invite/t\n\n');
    expect(html).toContain('>Bli med</a>');
  });
});
