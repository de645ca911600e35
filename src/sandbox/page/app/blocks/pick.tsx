interface PickProps<T extends string> {
  label: string
  names: readonly T[]
  value: T
  onPick(name: NoInfer<T>): void
  word(name: NoInfer<T>): string
}

/** A labelled choice between a few names. */
export function Pick<T extends string>({ label, names, value, onPick, word }: PickProps<T>) {
  const pick = (name: string) => {
    const found = names.find((known) => known === name)
    if (found) onPick(found)
  }
  return (
    <label className="pick">
      {label}{' '}
      <select value={value} onChange={(event) => pick(event.target.value)}>
        {names.map((name) => (
          <option key={name} value={name}>
            {word(name)}
          </option>
        ))}
      </select>
    </label>
  )
}
