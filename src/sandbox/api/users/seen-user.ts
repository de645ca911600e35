import type { SandboxUser } from '../../workspace/workspace.ts'

/** A person as Slack's user object describes them; the address only for apps that may see it. */
export function seenUser({ email, title, ...user }: SandboxUser, scopes: string[]): Record<string, unknown> {
  const profile = { real_name: user.real_name, display_name: user.real_name.split(' ')[0], title }
  return { ...user, profile: { ...profile, ...(scopes.includes('users:read.email') && { email }) } }
}
