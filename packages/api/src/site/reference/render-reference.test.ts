import path from 'node:path';
import { expect, it } from 'vitest';
import { loadContract } from '../../http/contract.ts';
import { renderReference } from './render-reference.ts';

const contract = loadContract(path.resolve(import.meta.dirname, '../../../../../openapi.yaml'));
const page = renderReference(contract.document, { publicUrl: 'https://norvalt.example' });

it('shows every operation with its address and who may call it', () => {
  const shown = Array.from(page.matchAll(/<article class="operation" id="(\w+)"/g), ([, id]) => id);
  expect(shown.sort()).toEqual(contract.operations.map((operation) => operation.id).sort());
  const deleteLead = page.slice(page.indexOf('id="deleteLead"')).split('</article>')[0];
  expect(deleteLead).toContain('DELETE</span> <code>/v1/leads/{lead_id}</code>');
  expect(deleteLead).toContain('Signed in: admins, managers');
  expect(deleteLead).toContain('Secret keys with the scope <code>leads:write</code>');
});

it('has a place for every problem code, where the `type` of a problem points', () => {
  const schemas = (contract.document.components as { schemas: { ProblemCode: { enum: string[] } } }).schemas;
  for (const code of schemas.ProblemCode.enum) expect(page).toContain(`id="problem-${code}"`);
});

it('links only to places that are on the page', () => {
  const targets = new Set(Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
  const links = Array.from(page.matchAll(/href="#([^"]+)"/g), ([, id]) => id);
  expect(links.filter((id) => !targets.has(id))).toEqual([]);
});

it('shows calls that can be pasted, and answers where the contract gives no example', () => {
  const lead = page.slice(page.indexOf('id="updateLead"')).split('</article>')[0];
  expect(lead).toContain('curl -X PATCH https://norvalt.example/v1/leads/lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N');
  expect(lead).toContain('const result = await norvalt.leads.update(&#39;lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N&#39;, {');
  expect(lead).toContain('&quot;version&quot;: 3');
});

it('escapes what the contract says', () => {
  const document = { ...contract.document, info: { title: 'A <b>', version: '1', summary: '"&', description: '<i>' } };
  const source = renderReference(document, { publicUrl: 'https://norvalt.example' });
  expect(source).toContain('<h1>A &lt;b&gt;</h1>');
  expect(source).toContain('<p>&lt;i&gt;</p>');
});
