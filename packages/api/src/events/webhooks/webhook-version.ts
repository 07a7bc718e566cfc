/** Of the payloads: fields may be added to a version, never changed or taken away. */
export const WEBHOOK_VERSION = 1;
