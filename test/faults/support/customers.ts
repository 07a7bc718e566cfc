import type { Customer } from '../posts/post.ts';

const LETTERS = 'bcdfghjklmnpqrstvwxz';

function letters(number: number): string {
  let text = '';
  for (let left = number; text.length < 5; left = Math.floor(left / LETTERS.length))
    text += LETTERS[left % LETTERS.length];
  return text;
}

/** Makes people and words that there are only once. */
export class Customers {
  #count = 0;

  /** Letters only, so that nothing takes it for a number plate, a price or a telephone number. */
  token(): string {
    this.#count += 1;
    return `ref${letters(this.#count)}`;
  }

  next(): Customer {
    const token = this.token();
    return {
      name: 'Kari Hansen',
      email: `kari.${token}@customer.example`,
      phone: `+479${String(1_000_000 + this.#count)}`,
    };
  }
}
