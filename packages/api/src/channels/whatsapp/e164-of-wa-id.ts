import { normalisePhone } from '../phone-number.ts';

const MEXICAN_MOBILE = /^521(\d{10})$/;
/** Numbers that begin with 6 to 9 are mobiles; on WhatsApp, older ones still lack the 9 that was put before them in 2016. */
const OLD_BRAZILIAN_MOBILE = /^55(\d{2})([6-9]\d{7})$/;

/**
 * The telephone number behind a WhatsApp id, in E.164, so that somebody who writes there and somebody who fills in a form
 * are one person; `null` when it is none. WhatsApp keeps forms of some countries' numbers that telephones have given up.
 */
export function e164OfWaId(waId: string): string | null {
  if (!/^\d{7,15}$/.test(waId)) return null;
  const digits = waId.replace(MEXICAN_MOBILE, '52$1').replace(OLD_BRAZILIAN_MOBILE, '55$19$2');
  return normalisePhone(`+${digits}`, 'NO').e164;
}
