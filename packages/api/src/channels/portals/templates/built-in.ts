import type { PortalTemplate } from '../portal-template.ts';
import { bilbasen } from './bilbasen.ts';
import { blocket } from './blocket.ts';
import { finn } from './finn.ts';
import { mobileDe } from './mobile-de.ts';
import { toyotaNo } from './toyota-no.ts';
import { volkswagenNo } from './volkswagen-no.ts';

/** The templates that come with the product. */
export const builtInTemplates: readonly PortalTemplate[] = [finn, bilbasen, blocket, mobileDe, toyotaNo, volkswagenNo];
