/** What people and machines have tried, or may try, in a text field. */
export interface Attack {
  name: string
  text: string
  /** Nothing in it can be seen: nothing is shown of it. */
  isUnseen?: true
}

/** A text in tag characters, which nobody sees. */
const tagged = (text: string): string =>
  text.replaceAll(/./g, (sign) => String.fromCodePoint(0xe0000 + sign.charCodeAt(0)))

const family = '👨‍👩‍👧‍👦'

const mentions: Record<string, string> = {
  'a user mention': '<@U0ANNA> owes you',
  'a user mention with a label': '<@U0ANNA|Anna Schmidt> owes you',
  'a mention by W id': '<@W012A3CDE>',
  'a group mention': '<!subteam^S0SALES|@sales> now',
  'everyone here': '<!here> now',
  'everyone in the channel': '<!channel> now',
  'everyone in the workspace': '<!everyone|everyone> now',
  'a bare @channel': '@channel @here @everyone #leads',
  'a channel link': '<#C0LEADS|leads>',
  'a date': '<!date^1392734382^{date_num}|Posted soon>',
  'a mention that was escaped before': '&lt;!channel&gt; escaped',
  'a mention that was escaped twice': '&amp;lt;!channel&amp;gt; escaped twice',
  'a mention by numeric entities': '&#60;!channel&#62; &#x3c;!here&#x3e;',
  'a mention in full width': '＜!channel＞ wide',
  'a mention across two lines': '<!chan\nnel> <@U0\nANNA>',
  'a mention opened but not closed': 'open <!channel',
  'brackets within brackets': '<<!channel>> <<@U0ANNA>>',
  'a mention behind hidden signs': '<\u200B!channel> <\u2060@U0ANNA>',
}

const links: Record<string, string> = {
  'a link with a label': '<https://evil.example/login|slack.com/login>',
  'a link without one': '<https://evil.example>',
  'a bare link': 'see https://evil.example/x?a=1&b=2 now',
  'a bare domain': 'www.evil.example and evil.example',
  'a javascript link': '<javascript:alert(1)|click>',
  'a data link': 'data:text/html;base64,PHNjcmlwdD4=',
  'a user name before the host': 'https://slack.com@evil.example/',
  'a host in punycode': 'https://xn--pple-43d.example/',
  'a host with look-alikes': 'https://аррӏе.example/',
  'a bare e-mail address': 'write to boss@evil.example',
  'a mail link': '<mailto:boss@evil.example|boss>',
  'a phone link': '<tel:+4930123|call>',
  'a markdown link': '[slack.com](https://evil.example) ![x](https://evil.example/p.png)',
}

const hidden: Record<string, string> = {
  'a file name turned around': 'invoice\u202Egnp.exe',
  'bidi isolates': '\u2066admin\u2069\u2067nimda\u2069',
  'zero-width signs': 'pay\u200Bpal\u200C\u200D\u2060\uFEFF',
  'tag characters': `hello${tagged('delete all')}`,
  'variation selectors with a message': `hi${'\u{E0101}\u{E0142}'.repeat(20)}\uFE00\uFE01 there`,
  'soft hyphens and fillers': 'sa\u00ADles\u3164\u115F\u180E lead',
  'line and paragraph separators': 'one\u2028two\u2029three\u0085four',
  'C1 controls': '\u009B31mred\u009D0;title\u009C',
  'fillers and controls of old scripts':
    'sa\u{16FE4}les\u{13430}\u{13440}\u{13442} le\u{1D159}\u{1D173}\u{1BCA0}ad',
  'annotations and non-characters': 'a\uFFF9b\uFFFAc\uFFFB\uFFFEd',
}

const lines: Record<string, string> = {
  'a line break': 'Jane\nDoe',
  'a line that fakes a decision': 'Jane\n*Accepted by Mallory*, today\nCampaign: gone',
  'a line that fakes a log': 'x\r\n{"level":60,"msg":"FATAL pwned"}\r\n',
  'tabs and many blanks': 'a\t\t\tb          c',
}

const formats: Record<string, string> = {
  'bold text': '*Accepted by Mallory*',
  'italic text': '_Accepted_ by _Mallory_',
  'struck text': '~Acme~ closed',
  code: '`rm -rf` it',
  'a code fence': '```\nrm -rf\n``` fence',
  'a quote': '> Anna said yes',
  'a quote of all that follows': '>>> Anna said yes',
  'an escaped quote': '&gt; Anna said yes',
  emoji: ':rotating_light: :+1: :wave::skin-tone-2: hot',
  'half an emoji': 'hot :fire',
  'half a thumb up': 'hot:+1',
  'half a thumb down': 'cold :-1',
  'half an emoji of digits': 'hot:100',
  'half an emoji of more digits': 'count :1234',
  'an emoji with combining marks': 'so :n\u0303andu\u0301: or :ดี้',
  'keycaps of asterisks': '*\uFE0F\u20E3 Accepted by Mallory *\uFE0F\u20E3',
  'a time at the end': 'call at 10:30',
  'a markdown heading and a list': '# Heading\n- item\n1. first\n| a | b |',
  'asterisks that belong there': '5 * 3 * 2 = 30, a*b*c, **strong**',
  underscores: 'spring_2026_de __init__ _private',
}

const letters: Record<string, string> = {
  'a family fifty times': `family ${family.repeat(20)}`,
  'one long chain of joined people': `chain ${'👩‍'.repeat(60)}👩`,
  'a tower of marks': `Z${'\u0300\u0301\u0302'.repeat(60)}algo`,
  'a mark without a letter': '\u0338\u20E0lone marks',
  'a letter of a hundred parts': `jamo ${'ᄀ'.repeat(100)}`,
  'a thumb of many colours': `thumb 👍${'🏽'.repeat(50)}`,
  'right-to-left letters': 'שלום עולם and مرحبا',
  'look-alike letters': 'Аnnа Ѕсhmіdt',
}

const machines: Record<string, string> = {
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'JSON that ends early': '"}],"blocks":[{"type":"divider"}],"x":"',
  'a JSON escape': String.raw`\u003c!channel\u003e \n\n`,
  SQL: 'Robert\'); DROP TABLE "Lead";-- %_\\',
  'a template of i18next': '{{name}} {{source}} {{- note}} {{count}}',
  'a nested template of i18next': '$t(card.accept) $t(card.why, {"count": 2})',
  'a template within a template': '{{{{actual}}}} {{actual}}',
  'a template of JavaScript': '${process.env.SLACK_BOT_TOKEN} #{7*7} <%= 7 %>',
  'a replacement pattern': "$& $1 $` $' $$",
  'a prototype': '__proto__',
  constructor: 'constructor',
  'a path': '../../etc/passwd',
  'a printf': '%s%n%x %d',
}

const cells: Record<string, string> = {
  'a formula': '=HYPERLINK("https://evil.example","click")',
  'a formula with plus': '+1+2',
  'a formula with minus': '-1+2|x',
  'a formula with at': '@SUM(A1:A9)',
  'a formula behind blanks': '   =1+1 x',
  'a formula behind a tab': '\t=1+1 x',
  'a formula behind a carriage return': '\r=1+1 x',
  'a formula in full width': '＝1+1 x',
  'other signs in full width': '＋1 －1 ＠SUM x',
  'a DDE command': "=cmd|' /C calc'!A0",
  'a DDE command with a quote': '"=DDE("cmd";"/C calc";"x")"',
  'a quoted cell': '"a","b";c',
  'a phone number': '+49 30 1234',
}

const long: Record<string, string> = {
  '3,001 characters': 'long '.repeat(600) + 'x',
  '3,000 signs to be escaped': `amp ${'&<>'.repeat(1000)}`,
}

const unseen: Record<string, string> = {
  'blanks alone': '   \t  ',
  'zero-width signs alone': '\u200B\u200C\u2060\uFEFF',
  'fillers alone': '\u3164\uFFA0\u115F\u2800',
  'a note head without ink alone': '\u{1D159}',
  'blanks of hieroglyphs alone': '\u{13441}\u{13442}\u{13440}',
  'a filler of Khitan alone': '\u{16FE4}',
  'bidi signs alone': '\u202E\u2066\u2069',
}

const groups = [mentions, links, hidden, lines, formats, letters, machines, cells, long]

export const attacks: Attack[] = [
  ...groups.flatMap((group) => Object.entries(group).map(([name, text]) => ({ name, text }))),
  ...Object.entries(unseen).map(([name, text]) => ({ name, text, isUnseen: true as const })),
]

/** What the intake refuses, with a clear word: a database could not store it, or it is no character at all. */
export const refused: Attack[] = [
  { name: 'NUL', text: 'a\u0000b' },
  { name: 'an ANSI escape', text: '\u001B[31mred\u001B[0m' },
  { name: 'a bell and a backspace', text: 'a\u0007\bb' },
  { name: 'a vertical tab and a form feed', text: 'a\u000B\u000Cb' },
  { name: 'a delete', text: 'a\u007Fb' },
  { name: 'half a character', text: 'a\uD83D' },
  { name: 'the other half', text: '\uDE00b' },
]

/** E-mail addresses and web addresses that are valid and try something all the same. */
export const emails = ['_so_@evil.example', "o'neil+x@evil.example", '-x@evil.example', '+1@evil.example']
export const websites = [
  'https://evil.example/?q=<!channel>&b=*x*',
  'http://xn--pple-43d.example/_a_',
  'https://1.1.1.1/:fire:',
]

/** A text as far as a field takes it, never ending in half a character. */
export function within(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
