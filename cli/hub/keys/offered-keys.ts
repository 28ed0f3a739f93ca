import type { PublicKey } from '../../../shared/agencies/public-key.ts'
import { InputError } from '../../evaluate/input-error.ts'
import { listOf } from '../common-options.ts'
import type { Ports } from '../ports.ts'
import { jwksUrlOf } from './jwks-url.ts'
import { readPublicKeys } from './read-public-keys.ts'

/** Where a client's keys come from: a file, or where the client publishes them. */
export type KeySource = {
  readonly publicKey?: string
  readonly jwks?: string
  readonly url?: string | undefined
  readonly jwksHosts?: string
  readonly stage?: string
}

export type OfferedKeys = { readonly keys: readonly PublicKey[]; readonly jwksUrl?: string }

const fromFile = async (path: string, { readText }: Ports): Promise<OfferedKeys> => {
  if (/-----BEGIN|[\n{]/.test(path))
    throw new InputError('give the name of a file that holds the public key, not the key itself')
  return { keys: readPublicKeys(await readText(path)) }
}

const fromUrl = async (text: string, source: KeySource, ports: Ports): Promise<OfferedKeys> => {
  const { jwksHosts = '', stage } = source
  const ofStage = stage === undefined ? [] : ((await ports.readStage(stage)).jwksHosts ?? [])
  const url = jwksUrlOf(text, [...listOf(jwksHosts), ...ofStage])
  return { keys: readPublicKeys(await ports.fetchText(url)), jwksUrl: url.href }
}

/** The keys of whichever source was given. @throws InputError when it was none, or several */
export const offeredKeys = async (source: KeySource, ports: Ports): Promise<OfferedKeys> => {
  const { publicKey, jwks, url } = source
  const [file, another] = [publicKey, jwks].filter((path) => path !== undefined)
  if (another !== undefined || (file !== undefined && url !== undefined))
    throw new InputError('give the keys in one way: a file, or a URL')
  if (url !== undefined) return fromUrl(url, source, ports)
  if (file !== undefined) return fromFile(file, ports)
  throw new InputError(
    'give the public key: --public-key FILE (PEM or JWK), --jwks FILE, or the URL where the client publishes its keys',
  )
}
