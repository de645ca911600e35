import { userInfo } from 'node:os'

/**
 * Who types the command, where no name is given. A uid without an entry in the passwd file (`docker --user 10001`,
 * OpenShift) has no name, and Node throws for it: the uid has to do, as no command may fail for want of a default.
 */
export function operatorName(lookUp: () => string = () => userInfo().username): string {
  try {
    return lookUp()
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}
