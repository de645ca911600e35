import { mkdir, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'

/** One folder by four names: as it is, relative, by a symbolic link to it, and through a link on the way. */
export async function spellingsOf(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const links = `${folder}-links`
  await mkdir(links)
  await symlink(folder, join(links, 'data'))
  await symlink(dirname(folder), join(links, 'around'))
  return [
    folder,
    `./${relative('.', folder)}`,
    join(links, 'data'),
    join(links, 'around', basename(folder), '.'),
  ]
}
