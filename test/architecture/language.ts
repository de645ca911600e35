/** What the language itself brings, its types included, as far as it reads nothing of the machine and runs no text. */
export const language = new Set(
  `
    undefined NaN Infinity isNaN parseInt parseFloat escape unescape const encodeURIComponent
    decodeURIComponent Object Array Map Set WeakMap WeakSet Promise JSON Math Number String Boolean
    BigInt Symbol RegExp Date Intl Error TypeError RangeError SyntaxError ReferenceError AggregateError
    Reflect Proxy Uint8Array AsyncDisposableStack DisposableStack AsyncDisposable Disposable PropertyKey
    Record Partial Required Readonly Pick Omit Exclude Extract NonNullable ReturnType Parameters Awaited
    NoInfer ReadonlyMap ReadonlySet Iterable Iterator AsyncIterable Generator AsyncGenerator PromiseLike
  `
    .trim()
    .split(/\s+/),
)
