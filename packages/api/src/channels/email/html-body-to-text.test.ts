import { describe, expect, it } from 'vitest';
import { htmlBodyToText } from './html-body-to-text.ts';
import { stripQuotes } from './strip-quotes.ts';

describe('htmlBodyToText', () => {
  it('reads as it looks', () => {
    const html =
      '<h2>Hei</h2><p>Er <b>XC60</b> ledig?<br>Se <a href="https://x.no/1">annonsen</a></p><img src="https://t.no/p.gif">';
    expect(htmlBodyToText(html)).toBe('Hei\n\nEr XC60 ledig?\nSe annonsen <https://x.no/1>');
  });

  it('leaves out what nobody sees', () => {
    const html =
      '<head><title>t</title><style>p{}</style></head><script>x()</script><!-- note --><div style="display:none">preheader</div>' +
      '<p style="color:red;visibility: hidden">ghost</p><span hidden>gone</span><p>Hei</p>';
    expect(htmlBodyToText(html)).toBe('Hei');
  });

  it('marks quotations so that they can be stripped', () => {
    const gmail =
      '<div dir="ltr">Ja takk</div><div class="gmail_quote"><div class="gmail_attr">tor. 12. nov. 2026 kl. 14:03 skrev Fjord Bil &lt;<a href="mailto:post@fjordbil.no">post@fjordbil.no</a>&gt;:<br></div><blockquote>Hei Ola<br>Passer lørdag?</blockquote></div>';
    expect(stripQuotes(htmlBodyToText(gmail)).text).toBe('Ja takk');
    const outlook =
      '<p>Ja takk</p><div style="border-top:solid 1px"><p><b>Fra:</b> Fjord Bil<br><b>Sendt:</b> 12. november 2026<br><b>Til:</b> Ola<br><b>Emne:</b> SV</p></div><p>Hei Ola</p>';
    expect(stripQuotes(htmlBodyToText(outlook)).text).toBe('Ja takk');
  });

  it('reads a long list whose items are never closed to its end', () => {
    expect(htmlBodyToText(`<ul>${'<li>bil'.repeat(5000)}</ul>Mvh Ola`)).toMatch(/Mvh Ola$/);
  });

  it('copes with nesting without end and tags without sense', () => {
    for (const tag of ['<div>', '<ul><li>', '<blockquote>', '<table><tr><td>', '<p><li>', '<div></p>']) {
      expect(htmlBodyToText(`Hei${tag.repeat(200_000)}`)).toMatch(/^Hei/);
    }
    expect(htmlBodyToText(`Hei${'<'.repeat(20_000)}`)).toContain('Hei');
    expect(htmlBodyToText('<p>Hei</p><table><tr><td>a</td><td>b')).toContain('Hei');
  });
});
