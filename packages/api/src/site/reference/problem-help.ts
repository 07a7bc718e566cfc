import type { ProblemCode } from '../../http/problem.ts';

/** What each code means for the one who gets it, and the way out. */
export const problemHelp: Record<ProblemCode, string> = {
  invalid_request:
    'The request does not have the shape described. `errors` names each field; mend them and send it again.',
  malformed_json: 'The body could not be read as JSON. Send valid JSON in UTF-8.',
  unauthorized:
    'No token or key came with the request, or it is expired, revoked or not ours. Sign in again, refresh the token, or check the key.',
  invalid_credentials: 'It is the same answer for an e-mail that is not known.',
  session_ended: 'Somebody signed out or an old refresh token was used again. Sign in again.',
  forbidden: 'The role of the person or the scopes of the key do not allow this. Ask an admin of the dealership.',
  origin_not_allowed: 'A publishable key was used on a web site that it was not made for. Add the origin to the key.',
  secret_key_in_browser:
    'A secret key was used in a browser, where everybody can read it. Revoke it, and use a publishable key.',
  not_found: 'There is no such thing in this dealership. An id of another dealership answers the same.',
  method_not_allowed: 'The address exists, but not with this method. `Allow` lists those it has.',
  not_acceptable: 'Refused for good; sending it again will not help. Providers stop retrying on it.',
  conflict: 'Something is in the way; `detail` says what. Read the current state and decide.',
  already_exists: '`detail` says what; nothing was created or changed.',
  request_in_progress:
    'It came with the same `Idempotency-Key`. Wait for `Retry-After` seconds and send the same again.',
  idempotency_key_reused: 'It came before with another body. Use a new key for each thing created.',
  precondition_failed:
    'The `If-Match` sent is not its version any more. Read it again, then send the change with the new `ETag`.',
  payload_too_large: 'Send less.',
  unsupported_media_type: 'Set `Content-Type` to one of those described.',
  unprocessable: 'The shape is right, the meaning is not. `errors` names each field.',
  invalid_transition: '`detail` names the status the lead has and the one asked for.',
  channel_not_possible: 'There is no such address, or no provider for the channel. Choose another.',
  model_needed:
    'Set ANTHROPIC_API_KEY on the server; `detail` says where its account is refused or the month’s budget spent instead. Everything else works without a model.',
  suppressed: 'Nothing is sent to this address any more, by the assistant or by a person.',
  document_unreadable:
    'The file or page holds no text that can be read: it is damaged, protected, empty or of another kind. The detail says which.',
  document_scanned:
    'The PDF holds pictures of pages. Export it from the program it was written in, or run text recognition on it.',
  document_too_large: 'The document has too many pages, unpacks to too much, or takes too long to read. Split it.',
  page_refused: 'Only pages of the open internet are read, by http or https on their usual ports.',
  page_unreachable: 'The page did not answer, or not with 200. Try it in a browser, then send the same again.',
  knowledge_full:
    'Remove or shorten entries that no longer hold; a dealership keeps 500 entries and 4 million characters.',
  rate_limited: 'Wait for `Retry-After` seconds and send the same again; nothing was stored.',
  invalid_signature: 'It does not match the body, or is too old. Check the signing key.',
  unknown_mailbox: 'The address belongs to no dealership. Check the path of the route.',
  internal_error: 'It is logged. Send the same again; quote `request_id` when it stays.',
  unavailable:
    'The database cannot be reached. Nothing was stored; wait for `Retry-After` seconds and send the same again.',
};
