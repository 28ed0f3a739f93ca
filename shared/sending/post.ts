import type { IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { addressesOf, addressWithin, onlyTo, type Reach } from './pinned-address.ts'

/** A receiver that messages are pushed to, and whom to trust instead of everybody's authorities, if it says. */
export type Receiver = { readonly url: string; readonly certificate?: string | undefined }

export type Posted = { readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** What came of it: a status, or why none came. Nothing that the receiver says is kept. */
export type PostResult =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'unanswered'; readonly why: string }

/** The code of what went wrong on the way, such as ECONNREFUSED; its words may hold anything. */
const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z][A-Z0-9_]{2,59}$/.test(code) ? code : 'unreachable'
}

/** Sends a message to a receiver. */
export type Post = (receiver: Receiver, message: Posted) => Promise<PostResult>

type Sending = { readonly options: RequestOptions; readonly body: string }

const statusOf = (url: URL, { options, body }: Sending): Promise<number> =>
  new Promise((resolve, reject) => {
    const read = (response: IncomingMessage): void => {
      // Whoever answers has answered with the status: of the body not one byte is taken.
      response.destroy()
      resolve(response.statusCode ?? 0)
    }
    request(url, options, read).on('error', reject).end(body)
  })

/**
 * Sends by HTTPS to the very address that was looked at, following no redirect, by no proxy, and within a time. A host that leads
 * anywhere out of reach is not connected to.
 */
export const postWithin =
  ({ reach, milliseconds }: { readonly reach: Reach; readonly milliseconds: number }): Post =>
  async ({ url: text, certificate }, { headers, body }) => {
    const url = new URL(text)
    const signal = AbortSignal.timeout(milliseconds)
    const address = addressWithin(await addressesOf(url.hostname, milliseconds), reach)
    if (address === 'none') return { kind: 'unanswered', why: 'no-address' }
    if (address === 'out-of-reach') return { kind: 'unanswered', why: address }
    const options = {
      method: 'POST',
      signal,
      agent: false,
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      lookup: onlyTo(address),
      ...(certificate !== undefined && { ca: certificate }),
    }
    try {
      return { kind: 'answered', status: await statusOf(url, { options, body }) }
    } catch (error) {
      return { kind: 'unanswered', why: signal.aborted ? 'timeout' : codeOf(error) }
    }
  }
