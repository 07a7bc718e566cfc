const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe in HTML content and in a quoted attribute; control characters are dropped. */
export function escapeHtml(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[&<>"']/g, (char) => entities[char] ?? '');
}

/** The address when it is absolute and http or https (only https with `secureOnly`), else null. */
export function webUrl(text: string | null, secureOnly = false): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && !secureOnly) ? href : null;
}

/** Written text as paragraphs, with its line breaks kept and web addresses made into links. */
export function htmlParagraphs(text: string, style: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p style="${style}">${withLinks(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']{1,500})/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeHtml(part);
      const address = part.replace(/[.,;:!?)\]]+$/, '');
      const url = webUrl(address);
      if (!url) return escapeHtml(part);
      return `${link(url, address)}${escapeHtml(part.slice(address.length))}`;
    })
    .join('');
}

/** A link in the accent colour. */
export function link(url: string, label: string): string {
  return `<a class="link" href="${escapeHtml(url)}" style="color:${palette.fjord};text-decoration:underline">${escapeHtml(label)}</a>`;
}

/** Colours of the product, as mail programs need them: in every element, the dark ones by class. */
export const palette = {
  ink: '#0f1b2d',
  slate: '#46546b',
  line: '#dfe4ec',
  paper: '#ffffff',
  fjord: '#1450c8',
} as const;

const dark = `
    @media (prefers-color-scheme: dark) {
      body, .page { background: #0b1220 !important; }
      .ink { color: #e7ecf5 !important; }
      .slate { color: #a9b4c6 !important; }
      .link { color: #7aa8ff !important; }
      .line { border-color: #243048 !important; }
      .button { background: #7aa8ff !important; color: #0b1220 !important; }
    }`;

export const fontStack = "Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** A whole HTML mail, 600 px wide at most, around `content`. */
export function mailDocument({
  language,
  title,
  content,
}: {
  language: string;
  title: string;
  content: string;
}): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="ltr">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <title>${escapeHtml(title)}</title>
  <style>
    :root { color-scheme: light dark; supported-color-schemes: light dark; }${dark}
  </style>
</head>
<body style="margin:0;padding:0;background:${palette.paper}">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${palette.paper}">
<tr><td>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td class="ink" style="padding:24px 20px;font-family:${fontStack};font-size:16px;line-height:24px;color:${palette.ink}">
${content}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}
