import type { IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import * as z from 'zod'
import { type Address, addressWithin, onlyTo } from '../../../shared/sending/pinned-address.ts'
import { InputError } from '../../evaluate/input-error.ts'

export type { Address }
export type Limits = { readonly bytes: number; readonly milliseconds: number }

export const keyLimits: Limits = { bytes: 64 * 1024, milliseconds: 5_000 }

/** The address to connect to: one that the host has, where every one that it has is public. @throws InputError */
export const publicAddressOf = (host: string, addresses: readonly Address[]): Address => {
  const address = addressWithin(addresses, 'internet')
  if (address === 'none') throw new InputError(`${host} has no address`)
  if (address === 'out-of-reach')
    throw new InputError(`${host} leads to an address that is not on the internet`)
  return address
}

const bytesSchema = z.instanceof(Uint8Array)

const bodyOf = async (response: IncomingMessage, { bytes }: Limits): Promise<string> => {
  const { statusCode = 0 } = response
  if (statusCode >= 300 && statusCode < 400)
    throw new InputError(`the host answers ${statusCode}: no redirect is followed`)
  if (statusCode !== 200) throw new InputError(`the host answers ${statusCode}`)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response) {
    const part = bytesSchema.parse(chunk)
    length += part.length
    if (length > bytes) throw new InputError(`the host answers more than ${bytes} bytes`)
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString()
}

const answerOf = (url: URL, options: RequestOptions): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end()
  })

/**
 * What an https address answers, asked of this very address of its host: nobody looks its name up a second time. No proxy, no
 * redirect, and an end to size and time. `ca` is whom to trust instead of everybody's authorities.
 * @throws InputError that says what went wrong
 */
export const fetchPinned = async (
  url: URL,
  address: Address,
  { limits = keyLimits, ca }: { readonly limits?: Limits; readonly ca?: string } = {},
): Promise<string> => {
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    const response = await answerOf(url, {
      signal,
      agent: false,
      headers: { Accept: 'application/jwk-set+json, application/json' },
      lookup: onlyTo(address),
      ...(ca !== undefined && { ca }),
    })
    return await bodyOf(response, limits).finally(() => response.destroy())
  } catch (error) {
    if (error instanceof InputError) throw error
    const why = signal.aborted
      ? `took longer than ${limits.milliseconds} ms`
      : `cannot be reached (${error instanceof Error && 'code' in error ? String(error.code) : 'no answer'})`
    throw new InputError(`${url.host} ${why}`, { cause: error })
  }
}
