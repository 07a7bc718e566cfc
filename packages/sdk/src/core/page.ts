import { type Result, ResultPromise } from './result-promise.ts';

/** How every list answers. */
export interface ListBody<Item> {
  data: Item[];
  has_more: boolean;
  next_cursor: string | null;
}

type FetchPage<Item, Body extends ListBody<Item>> = (cursor: string) => PagePromise<Item, Body>;

/** One page of a list. Iterating it goes on through the pages after it. */
export class Page<Item, Body extends ListBody<Item> = ListBody<Item>> implements AsyncIterable<Item> {
  readonly data: Item[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
  /** The answer as it came, with what a list has besides its items (such as the `counts` of vehicles). */
  readonly body: Body;
  readonly #fetchPage: FetchPage<Item, Body>;

  /** @internal */
  constructor(body: Body, fetchPage: FetchPage<Item, Body>) {
    this.body = body;
    this.data = body.data;
    this.nextCursor = body.has_more ? body.next_cursor : null;
    this.hasMore = this.nextCursor !== null;
    this.#fetchPage = fetchPage;
  }

  /** The page after this one, or null when this is the last. */
  async getNextPage(): Promise<Page<Item, Body> | null> {
    return this.nextCursor === null ? null : this.#fetchPage(this.nextCursor);
  }

  /** This page and those after it, fetched as they are reached. */
  async *pages(): AsyncGenerator<Page<Item, Body>, void, undefined> {
    for (let page: Page<Item, Body> | null = this; page; page = await page.getNextPage()) yield page;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }
}

/** A promise of the first page that is also an iterable of every item of every page. */
export class PagePromise<Item, Body extends ListBody<Item> = ListBody<Item>>
  extends ResultPromise<Page<Item, Body>>
  implements AsyncIterable<Item>
{
  /** @internal */
  constructor(result: Promise<Result<Body>>, fetchPage: FetchPage<Item, Body>) {
    super(result.then((whole) => ({ ...whole, data: new Page(whole.data, fetchPage) })));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this;
  }
}
