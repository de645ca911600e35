/** A square with initials; the app has its own. */
export function Avatar({ name, isApp }: { name: string; isApp: boolean }) {
  const initials = name
    .split(' ')
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
  const hue =
    Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code * 37, 0) % 360
  return (
    <span
      className={isApp ? 'avatar app' : 'avatar'}
      style={isApp ? undefined : { background: `hsl(${hue} 45% 38%)` }}
      aria-hidden="true"
    >
      {isApp ? 'B' : initials}
    </span>
  )
}
