const once = globalThis.fetch

/** A naive sender for controls: a call without a clear answer is simply made again, as clients do by default. */
globalThis.fetch = async (input, init) => {
  const first = await once(input, init).catch(() => null)
  const isClear = first !== null && first.status < 500 && (await first.clone().text()) !== ''
  return first !== null && isClear ? first : once(input, init)
}
