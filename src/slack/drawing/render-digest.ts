import type { DigestFigures, DigestNumbers } from '../../domain/digest/figures.ts'
import type { NoticeContent } from '../../domain/notice/notice.ts'
import { shownFigures } from '../../domain/privacy/shown-words.ts'
import { digestCsv } from '../../flows/digest/digest-csv.ts'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { digestDetails } from '../blocks/digest/digest-details.ts'
import { digestTrend, trendChart, trendText } from '../blocks/digest/digest-trend.ts'
import { digestMessage } from '../blocks/digest/digest.ts'
import { ledgerNote } from '../blocks/ledger/ledger-lines.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import { unescape } from '../blocks/parts/escape.ts'
import type { Channels } from './channels.ts'
import { nothing, unposted, type Rendering, type Upload } from './rendering.ts'
import { channelSight, channelReader } from './readers.ts'
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
): Promise<Rendering> {
  const stored = await deps.db.digests.find(content.audience, content.week)
  if (!stored) return nothing('the digest is gone')
  const reader = await channelReader(deps)
  const figures = shownFigures(stored, await channelSight(deps, channels, channel))
  const personas = await deps.db.personas.all()
  if (content.kind === 'digest') {
    const message = digestMessage(figures, reader, { personas, filter: 'posted' })
    return { do: 'post', channel, threadTs: null, message, reader }
  }
  if (!below) return unposted('the digest was never posted')
  const thread = { channel, threadTs: below.ts }
  switch (content.kind) {
    case 'digest-details':
      return { do: 'post', ...thread, message: digestDetails(figures, reader, personas), reader }
    case 'digest-trend':
      return {
        ...{ do: 'post', ...thread, message: digestTrend(figures, reader), reader },
        instead: { name: pictureName(figures), draw: () => picture(figures, thread, reader) },
      }
    case 'digest-csv':
      return { do: 'upload', ...thread, file: csv(stored, reader) }
  }
}

function csv(figures: DigestFigures, reader: Reader): Upload['file'] {
  const title = texts(reader.language)('digest.csv')
  return { name: `digest-${figures.week}.csv`, title, bytes: Buffer.from(digestCsv(figures)) }
}

const pictureName = ({ week }: DigestNumbers): string => `digest-${week}.png`

async function picture(
  figures: DigestNumbers,
  thread: Pick<Upload, 'channel' | 'threadTs'>,
  reader: Reader,
): Promise<Upload> {
  const chart = trendChart(figures, reader)
  const file = { name: pictureName(figures), title: chart.title, bytes: await chartPicture(chart) }
  return { do: 'upload', ...thread, file: { ...file, alt: unescape(trendText(figures, reader)) } }
}

/** What marketing did about a digest, in its thread. */
export async function renderLedger(
  entryId: string,
  { below, lane: channel }: ClaimedNotice,
  deps: Deps,
): Promise<Rendering> {
  const entry = await deps.db.ledger.find(entryId)
  if (!entry) return nothing('the line of the ledger is gone')
  if (!below) return unposted('its digest was never posted')
  const reader = await channelReader(deps)
  const message = ledgerNote(entry, reader, await deps.db.personas.all())
  return { do: 'post', channel, threadTs: below.ts, message, reader }
}
