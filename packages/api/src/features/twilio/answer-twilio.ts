import type { Response } from 'express';

/** Tells Twilio that all is well and that there is nothing to say back. */
export function answerTwilio(response: Response): void {
  response.status(200).type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response/>');
}
