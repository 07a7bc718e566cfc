// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { actionFor, type KeyPress, shortcuts } from './shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  isComposing: false,
  target: document.body,
  ...more,
});

function inside(html: string, selector: string): Element | null {
  document.body.innerHTML = html;
  return document.body.querySelector(selector);
}

describe('actionFor', () => {
  test('knows the keys of the inbox', () => {
    expect(['j', 'k', 'e', 'a', 'r', '/', '?'].map((key) => actionFor(press(key)))).toEqual([
      'next',
      'previous',
      'done',
      'assign',
      'reply',
      'search',
      'help',
    ]);
  });

  test('is silent in fields, dialogs and menus', () => {
    for (const html of [
      '<input>',
      '<textarea></textarea>',
      '<select></select>',
      '<dialog open><b></b></dialog>',
      '<div role="menu"><b></b></div>',
    ]) {
      const target = inside(html, 'input, textarea, select, b');
      expect(actionFor(press('j', { target }))).toBeNull();
    }
  });

  test('leaves Enter to the link or button that has the focus', () => {
    expect(actionFor(press('Enter'))).toBe('open');
    expect(actionFor(press('Enter', { target: inside('<a href="/">x</a>', 'a') }))).toBeNull();
    expect(actionFor(press('j', { target: inside('<a href="/">x</a>', 'a') }))).toBe('next');
  });

  test('opens the palette from everywhere, and takes no other key of the browser', () => {
    expect(actionFor(press('k', { ctrlKey: true, target: inside('<input>', 'input') }))).toBe('palette');
    expect(actionFor(press('K', { metaKey: true }))).toBe('palette');
    expect(actionFor(press('r', { ctrlKey: true }))).toBeNull();
    expect(actionFor(press('j', { isComposing: true }))).toBeNull();
  });
});

test('the newest layer that knows an action gets it', () => {
  const [below, above] = [vi.fn(), vi.fn()];
  const takeBelow = shortcuts.register({ next: below });
  const takeAbove = shortcuts.register({ next: above });
  shortcuts.press(new KeyboardEvent('keydown', { key: 'j' }));
  takeAbove();
  shortcuts.press(new KeyboardEvent('keydown', { key: 'j' }));
  takeBelow();
  expect(shortcuts.press(new KeyboardEvent('keydown', { key: 'j' }))).toBe(false);
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([1, 1]);
});
