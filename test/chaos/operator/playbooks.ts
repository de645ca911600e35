import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { agreementFile } from '../../support/agree.ts'

/** Writes the playbook that sends cards to a channel, as somebody would who had just exported the one in force. */
export type WritePlaybook = (handoffs: string) => Promise<string>

/** Nobody else imports any, so its version is known. */
export async function openPlaybooks(parts: AsyncDisposableStack): Promise<WritePlaybook> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-operator-'))
  parts.defer(() => rm(folder, { recursive: true, force: true }))
  const inForce = { version: 1, handoffs: defaultPlaybook.channels.handoffs }
  return async (handoffs) => {
    const file = join(folder, `${inForce.version}-${handoffs}.yaml`)
    const playbook = { ...defaultPlaybook, channels: { ...defaultPlaybook.channels, handoffs } }
    await writeFile(file, agreementFile({ basedOn: { playbook: inForce.version }, playbook }))
    if (handoffs !== inForce.handoffs) Object.assign(inForce, { version: inForce.version + 1, handoffs })
    return file
  }
}
