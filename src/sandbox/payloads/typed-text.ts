import type { State } from '../workspace/state.ts'

/** What Slack makes of what somebody types behind a command: addresses, links and names, in its own words. */
const special =
  /(?<url>https?:\/\/[^\s<>|]+)|(?<mail>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)|(?<domain>\b(?:[\w-]+\.)+(?:com|org|net|io|de)\b)|(?<![\w.+'-])@(?<name>[\w.-]*\w)|(?<!\S)#(?<channel>[\w-]+)/gu

/** What a command’s text is when it arrives; with `should_escape` names and links are spelt out. */
export function typedText(state: State, command: string, text: string): string {
  if (!state.commands.some((known) => known.command === command && known.should_escape)) return escaped(text)
  let [out, end] = ['', 0]
  for (const { 0: found, index, groups = {} } of text.matchAll(special)) {
    out += escaped(text.slice(end, index)) + (spelt(state, groups) ?? escaped(found))
    end = index + found.length
  }
  return out + escaped(text.slice(end))
}

function spelt(state: State, { url, mail, domain, name, channel }: Record<string, string | undefined>) {
  if (url !== undefined) return `<${escaped(url)}>`
  if (mail !== undefined) return `<mailto:${escaped(mail)}|${escaped(mail)}>`
  if (domain !== undefined) return `<http://${domain}|${domain}>`
  const group = state.groups.find(({ handle }) => handle === name)
  if (group) return `<!subteam^${group.id}|@${group.handle}>`
  const user = state.users.find((known) => known.name === name)
  if (user) return `<@${user.id}|${user.name}>`
  const known = state.channels.find((candidate) => candidate.name === channel)
  return known ? `<#${known.id}|${known.name}>` : null
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign)
