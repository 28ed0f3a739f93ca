import { gzipSync } from 'node:zlib'
import type { APIGatewayProxyResult } from 'aws-lambda'

export type Written = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body: string
  readonly gzipped?: string
}

/** Whatever a page holds: it is framed nowhere, fetches and sends to nowhere else, and is kept nowhere. */
export const headersOfPage = (nonce: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
})

const alwaysSent = {
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  // Not `no-referrer`: with it a browser says of a form that it comes from nowhere.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  Vary: 'Accept-Encoding, Cookie',
}

/** Smaller than this compressing saves nothing. */
const worthwhile = 800

const takesGzip = ({ accept, 'accept-encoding': encodings }: Readonly<Record<string, string>>) =>
  // The gateway decodes bytes only for a caller that says what it takes.
  accept !== undefined && /\bgzip\b/.test(encodings ?? '')

/** An answer as the gateway wants it, compressed where the browser takes that. */
export const toResult = (
  { status, headers, cookies = [], body, gzipped }: Written,
  asked: Readonly<Record<string, string>>,
): APIGatewayProxyResult => {
  const isSmall = gzipped === undefined && body.length < worthwhile
  const isCompressed = !isSmall && takesGzip(asked)
  return {
    statusCode: status,
    headers: {
      ...alwaysSent,
      ...headers,
      ...(isCompressed && { 'Content-Encoding': 'gzip' }),
    },
    ...(cookies.length > 0 && { multiValueHeaders: { 'Set-Cookie': [...cookies] } }),
    isBase64Encoded: isCompressed,
    body: isCompressed ? (gzipped ?? gzipSync(body).toString('base64')) : body,
  }
}
