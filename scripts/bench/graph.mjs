import { once } from 'node:events';
import { createServer } from 'node:http';

export const appSecret = 'app-secret-of-the-bench';

/** The WhatsApp account that a number is of. */
export const accountOf = (numberId) => `8${numberId}`;

/** As much of the Graph API as connecting pages and numbers and reading leads needs: every lead that is asked for is there. */
export async function startGraph() {
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const { pathname } = new URL(request.url, 'http://graph');
    const id = pathname.split('/')[2];
    const page = /^Bearer page-(\d+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const answer = {
      me: { id: page, name: `Page ${page}` },
      debug_token: { data: { is_valid: true, expires_at: 0, data_access_expires_at: 0 } },
    }[id];
    const lead = {
      id,
      created_time: new Date().toISOString(),
      form_id: '77',
      field_data: [
        { name: 'full_name', values: ['Ola Nordmann'] },
        { name: 'email', values: [`lead-${id}@example.com`] },
      ],
    };
    const rest = {
      subscribed_apps: { success: true },
      phone_numbers: { data: [{ id: page, verified_name: 'Number' }] },
    }[pathname.split('/')[3]];
    const body = rest ?? answer ?? lead;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/v24.0`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
