/** What the script tag says: who the site is and where the API is. */
export interface WidgetSettings {
  /** Publishable key, `pk_…`. */
  key: string;
  /** Origin (and path prefix, if any) of the API, without a slash at the end. */
  api: string;
  /** Address of the page when the script ran: campaign parameters are read from it after in-page navigation too. */
  landingUrl: string;
}
