import { Webhook } from 'standardwebhooks'

/** What begins with `whsec_` signs, and the library must be able to read it; everything else is a bearer token. */
export function isSigningSecret(secret: string): boolean {
  if (!secret.startsWith('whsec_')) return true
  try {
    return new Webhook(secret) instanceof Webhook
  } catch {
    // The library's reason is a place in its code; whoever asks has a better sentence.
    return false
  }
}
