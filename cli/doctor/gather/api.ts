import * as z from 'zod'
import type { Clock } from '../../../shared/kernel/clock.ts'
import type { ApiFact, Facts } from '../facts.ts'

const patience = 10_000

/** As Node names them. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const isOfTls = (code: string): boolean =>
  /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code)

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return z.looseObject({ code: z.string() }).safeParse(cause).data?.code ?? ''
}

const foundBy = (error: unknown): ApiFact['found'] => {
  if (error instanceof DOMException) return 'silent'
  const code = codeOf(error)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-name'
  if (isOfTls(code)) return 'untrusted'
  return code === 'ECONNREFUSED' ? 'refused' : 'silent'
}

const metadataSchema = z.object({ issuer: z.url(), token_endpoint: z.url() })

const clockOf = (answer: Response, now: Date): Pick<Facts, 'secondsAhead'> => {
  const date = Date.parse(answer.headers.get('date') ?? '')
  return Number.isNaN(date) ? {} : { secondsAhead: Math.round((now.getTime() - date) / 1000) }
}

/** Whether a hub answers at an address, and what time it is there. */
export const gatherApi = async (
  hub: string,
  now: Clock,
): Promise<Pick<Facts, 'api' | 'secondsAhead'>> => {
  const host = URL.canParse(hub) ? new URL(hub).host : '--hub'
  const url = `${hub.replace(/\/$/, '')}/.well-known/oauth-authorization-server`
  if (!URL.canParse(url)) return { api: { host, found: 'no-name' } }
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(url, { redirect: 'error', signal })
    const metadata = metadataSchema.safeParse(await answer.json().catch(() => undefined))
    if (!metadata.success) return { api: { host, found: 'no-hub' } }
    return { api: { host, found: 'hub' }, ...clockOf(answer, now()) }
  } catch (error) {
    return { api: { host, found: foundBy(error) } }
  }
}
