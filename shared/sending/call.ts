import type { IncomingMessage } from 'node:http'
import * as plain from 'node:http'
import * as secure from 'node:https'

/** By which a client shows who it is before a word is said, where it is asked to: a certificate and its private key, PEM. */
export type ClientCertificate = { readonly certificate: string; readonly key: string }

export type Asked = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly shows?: ClientCertificate | undefined
}
export type Answered = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Asks an API and reads what it answers. @throws when nothing answers, or not in time */
export type Call = (asked: Asked) => Promise<Answered>

const read = async (response: IncomingMessage): Promise<Answered> => {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(Buffer.from(chunk as Uint8Array))
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(chunks).toString(),
  }
}

/** Calls over a connection each, within a time, following no redirect. */
export const callWithin =
  (milliseconds: number): Call =>
  ({ method, url, headers, body = '', shows }) => {
    const { request } = new URL(url).protocol === 'https:' ? secure : plain
    const options = {
      method,
      agent: false,
      signal: AbortSignal.timeout(milliseconds),
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      ...(shows !== undefined && { cert: shows.certificate, key: shows.key }),
    } as const
    return new Promise((resolve, reject) => {
      request(url, options, (response) => void read(response).then(resolve, reject))
        .on('error', reject)
        .end(body)
    })
  }
