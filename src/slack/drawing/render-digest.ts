import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { NoticeContent } from '../../domain/notice/notice.ts'
import { digestCsv } from '../../flows/digest/digest-csv.ts'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { digestDetails } from '../blocks/digest/digest-details.ts'
import { digestTrend, trendChart, trendText } from '../blocks/digest/digest-trend.ts'
import { digestMessage } from '../blocks/digest/digest.ts'
import { ledgerNote } from '../blocks/ledger/ledger-lines.ts'
import type { Look } from '../blocks/parts/look.ts'
import { unescape } from '../blocks/parts/escape.ts'
import type { Channels } from './channels.ts'
import { nothing, unposted, type Errand, type Upload } from './errand.ts'
import { channelLook } from './look.ts'
import { texts } from '../text/index.ts'
import { chartPicture } from './trend-picture.ts'

type DigestContent = Extract<
  NoticeContent,
  { kind: 'digest' | 'digest-details' | 'digest-trend' | 'digest-csv' }
>

/** A digest, or what stands in its thread: drawn from the figures that were stored with it. */
export async function renderDigest(
  content: DigestContent,
  { below, lane: channel }: ClaimedNotice,
  { deps, channels }: { deps: Deps; channels: Channels },
): Promise<Errand> {
  const figures = await deps.db.digests.find(content.audience, content.week)
  if (!figures) return nothing('the digest is gone')
  const look = await channelLook(deps, channels, channel)
  const personas = await deps.db.personas.all()
  if (content.kind === 'digest') {
    const message = digestMessage(figures, look, { personas, filter: 'posted' })
    return { do: 'post', channel, threadTs: null, message, look }
  }
  if (!below) return unposted('the digest was never posted')
  const thread = { channel, threadTs: below.ts }
  switch (content.kind) {
    case 'digest-details':
      return { do: 'post', ...thread, message: digestDetails(figures, look, personas), look }
    case 'digest-trend':
      return {
        ...{ do: 'post', ...thread, message: digestTrend(figures, look), look },
        instead: { name: pictureName(figures), draw: () => picture(figures, thread, look) },
      }
    case 'digest-csv':
      return { do: 'upload', ...thread, file: csv(figures, look) }
  }
}

function csv(figures: DigestFigures, look: Look): Upload['file'] {
  const title = texts(look.language)('digest.csv')
  return { name: `digest-${figures.week}.csv`, title, bytes: Buffer.from(digestCsv(figures)) }
}

const pictureName = ({ week }: DigestFigures): string => `digest-${week}.png`

async function picture(
  figures: DigestFigures,
  thread: Pick<Upload, 'channel' | 'threadTs'>,
  look: Look,
): Promise<Upload> {
  const chart = trendChart(figures, look)
  const file = { name: pictureName(figures), title: chart.title, bytes: await chartPicture(chart) }
  return { do: 'upload', ...thread, file: { ...file, alt: unescape(trendText(figures, look)) } }
}

/** What marketing did about a digest, in its thread. */
export async function renderLedger(
  entryId: string,
  { below, lane: channel }: ClaimedNotice,
  { deps, channels }: { deps: Deps; channels: Channels },
): Promise<Errand> {
  const entry = await deps.db.ledger.find(entryId)
  if (!entry) return nothing('the line of the ledger is gone')
  if (!below) return unposted('its digest was never posted')
  const look = await channelLook(deps, channels, channel)
  const message = ledgerNote(entry, look, await deps.db.personas.all())
  return { do: 'post', channel, threadTs: below.ts, message, look }
}
