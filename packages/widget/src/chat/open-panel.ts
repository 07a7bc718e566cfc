import { render } from 'lit/html.js';
import { type Announcement, announce } from '../announce.ts';
import base from '../base.css';
import { campaignOf } from '../campaign.ts';
import type { Chat, ChatElement } from '../chat-element.ts';
import type { Language } from '../contract.ts';
import { vehicleOnPage } from '../detect-vehicle.ts';
import { proofs } from '../proofs.ts';
import type { WidgetSettings } from '../settings.ts';
import type { Texts } from '../texts.ts';
import { themeRule } from '../theme.ts';
import sheet from './chat.css';
import { createChatStore } from './chat-store.ts';
import type { ChatOpening } from './contract.ts';
import { createConversation } from './conversation.ts';
import { chatView } from './views/chat-view.ts';

const email = /^\S+@\S+\.\S+$/;
const smallScreen = '(max-width:520px),(max-height:480px)';
const nearPx = 40;

/** Where the panel goes, and in which words. */
export interface PanelPlace {
  launcher: ChatElement;
  root: ShadowRoot;
  settings: WidgetSettings;
  language: Language;
  texts: Texts;
}

function openingOf({ launcher, settings, language }: PanelPlace): ChatOpening {
  const { referrer } = document;
  const found = vehicleOnPage();
  return {
    language,
    page_url: location.href.slice(0, 2000),
    referrer: referrer.slice(0, 2000),
    proofs: proofs(),
    utm: campaignOf([location.href, settings.landingUrl]),
    vehicle_interest: launcher.getAttribute('vehicle') ?? found?.title,
    vehicle_id: launcher.getAttribute('vehicle-id') ?? found?.id,
  } as ChatOpening;
}

/** Puts the panel behind its launcher: draws the conversation, and takes the visitor in and out. */
export function openPanel(place: PanelPlace): Chat {
  const { launcher, root, settings, language } = place;
  const texts = { ...place.texts, ...place.texts.chat };
  const theme = new CSSStyleSheet();
  const container = root.appendChild(document.createElement('div'));
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  const button = find('button') as HTMLButtonElement;
  root.adoptedStyleSheets = [base, ...root.adoptedStyleSheets, sheet, theme];
  let isWaiting = false;
  let news = '';
  let isEmailWrong = false;
  let isBehind = false;

  const isOpen = () => !!find('[open]');
  const focus = (selector = 'textarea') => find(selector)?.focus();
  const tellPage = (name: Announcement, facts = {}) =>
    announce(launcher, name, facts, !launcher.hasAttribute('no-data-layer'));
  const isAtEnd = (): boolean => {
    const log = find('.log');
    return !log || log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
  };
  const newest = (): void => find('.log')?.scrollTo(0, 1e9);

  /** Draws once for all that changes together. */
  const changed = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      const wasAtEnd = isAtEnd();
      if (wasAtEnd && isOpen() && !document.hidden) chat.read();
      draw();
      if (wasAtEnd) newest();
    });
  };

  const chat = createConversation({
    api: settings.api,
    key: settings.key,
    store: createChatStore(settings.key, () => localStorage),
    opening: () => openingOf(place),
    changed,
    tell(told) {
      if ('message' in told) {
        const { from, name, text } = told.message;
        if (from !== 'visitor') news = `${name ?? texts.us}: ${text}`;
        tellPage('message', { from });
      } else {
        news = texts.failed;
        tellPage('error', told);
      }
    },
  });

  const hide = (): void => {
    if (button.ariaExpanded === 'false') return;
    button.ariaExpanded = 'false';
    (find('dialog') as HTMLDialogElement).close();
    button.focus();
    changed();
    tellPage('closed');
  };

  const draw = (): void => {
    const count = isOpen() ? 0 : chat.unread().length;
    isBehind = isOpen() && chat.unread().length > 0 && !isAtEnd();
    button.textContent = texts.launcher;
    button.ariaLabel = count ? `${texts.launcher}, ${texts.unread.replace('{count}', `${count}`)}` : null;
    if (count) button.dataset.unread = `${count}`;
    else delete button.dataset.unread;
    render(chatView({ chat, texts, language, news, isEmailWrong, isBehind, close: hide, ...actions }), container);
  };

  const actions = {
    say(text: string, asksForPerson?: true) {
      newest();
      chat.say(text, asksForPerson);
    },
    async leave(address: string) {
      isEmailWrong = !email.test(address) || !(await chat.leave(address));
      draw();
      focus(isEmailWrong ? '#email' : undefined);
    },
    scroll: () => isBehind && isAtEnd() && changed(),
    newest() {
      newest();
      focus();
      changed();
    },
  };

  document.addEventListener('visibilitychange', changed);
  draw();
  return {
    hide,
    async show() {
      const dialog = find('dialog') as HTMLDialogElement;
      if (dialog.open) return;
      button.ariaExpanded = 'true';
      // On a phone it is the whole screen, and what lies behind it is out of reach.
      if (matchMedia(smallScreen).matches) dialog.showModal();
      else dialog.show();
      actions.newest();
      tellPage('opened');
      await chat.describe();
      theme.replaceSync(themeRule(chat.talk.config?.theme));
    },
  };
}
