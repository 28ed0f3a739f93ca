import { createPublicKey } from 'node:crypto'
import * as z from 'zod'
import { mostKeys } from '../../../shared/agencies/client.ts'
import type { SealingKey } from '../../../shared/agencies/delivery.ts'
import type { PublicKey } from '../../../shared/agencies/public-key.ts'
import { type Point, thumbprintOf } from '../../../shared/kernel/jwk-thumbprint.ts'
import { InputError } from '../../evaluate/input-error.ts'

/** Members of a JWK that belong to its private half, or are the secret itself. @see RFC 7518 §6 */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const

const privateRefused = (): InputError =>
  new InputError(
    'this holds a private key, which must never leave its system: nothing of it was kept. Give the public key; and if this one was sent to you, have another made',
  )

/** What keys are read for: in words, by what a key of a set must say of itself, and how many there may be. */
type Purpose = {
  readonly wanted: string
  readonly isFor: (jwk: Jwk) => boolean
  readonly most: number
}
type NamedPoint = Point & { readonly kid: string }

const jwkSchema = z.looseObject({ kty: z.string() })
type Jwk = z.infer<typeof jwkSchema>
const setSchema = z.looseObject({ keys: z.array(jwkSchema) })

const isOnP256 = ({ kty, crv }: Jwk): boolean => kty === 'EC' && crv === 'P-256'

const isForSigning = ({ use, alg, key_ops: uses, ...jwk }: Jwk): boolean =>
  isOnP256(jwk) &&
  (use === undefined || use === 'sig') &&
  (alg === undefined || alg === 'ES256') &&
  (uses === undefined || (Array.isArray(uses) && uses.includes('verify')))

const isForSealing = ({ use, alg, key_ops: uses, ...jwk }: Jwk): boolean =>
  isOnP256(jwk) &&
  (use === undefined || use === 'enc') &&
  (alg === undefined || alg === 'ECDH-ES+A256KW') &&
  (uses === undefined || (Array.isArray(uses) && uses.length === 0))

const forSigning: Purpose = {
  wanted: 'a public key for ES256 (EC, P-256)',
  isFor: isForSigning,
  most: mostKeys,
}
const forSealing: Purpose = {
  wanted: 'a public key for ECDH-ES (EC, P-256)',
  isFor: isForSealing,
  most: 1,
}

const kidSchema = z.string().regex(/^[\x21-\x7e]{1,200}$/)

const namedKey = (
  key: Parameters<typeof createPublicKey>[0],
  { name, wanted }: { readonly name: unknown } & Pick<Purpose, 'wanted'>,
): NamedPoint => {
  const { crv, x, y } = pointOf(key)
  if (crv !== 'P-256' || x === undefined || y === undefined)
    throw new InputError(`this is no ${wanted.slice(2)}`)
  const kid = kidSchema.safeParse(name ?? thumbprintOf({ x, y }))
  if (!kid.success)
    throw new InputError('the kid of a key must be 1 to 200 visible signs without blanks')
  return { x, y, kid: kid.data }
}

/** A point that is not on the curve is refused here. */
const pointOf = (key: Parameters<typeof createPublicKey>[0]) => {
  try {
    return createPublicKey(key).export({ format: 'jwk' })
  } catch (error) {
    throw new InputError('the key cannot be read', { cause: error })
  }
}

const parseJson = (text: string, wanted: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Only the sentence is ever shown: the parser's message quotes the text.
    throw new InputError(`this is neither PEM nor JSON: give ${wanted}, as PEM, JWK or JWK Set`, {
      cause: error,
    })
  }
}

const jwksOf = (value: unknown): readonly Jwk[] => {
  const set = setSchema.safeParse(value)
  if (set.success) return set.data.keys
  const one = jwkSchema.safeParse(value)
  if (one.success) return [one.data]
  throw new InputError('this is no JWK and no JWK Set')
}

const fromJson = (text: string, { wanted, isFor }: Purpose): readonly NamedPoint[] => {
  const jwks = jwksOf(parseJson(text, wanted))
  if (jwks.some((jwk) => privateMembers.some((member) => member in jwk))) throw privateRefused()
  return jwks
    .filter(isFor)
    .map(({ kid, kty, crv, x, y }) =>
      namedKey(
        { key: { kty, crv: String(crv), x: String(x), y: String(y) }, format: 'jwk' },
        { name: kid, wanted },
      ),
    )
}

const fromPem = (text: string, { wanted }: Purpose): readonly NamedPoint[] => {
  const blocks = text.match(/-----BEGIN [^-\n]+-----/g) ?? []
  if (blocks.length !== 1 || blocks[0] !== '-----BEGIN PUBLIC KEY-----')
    throw new InputError(
      'of PEM, one block BEGIN PUBLIC KEY is read: openssl ec -pubout writes it, and of a certificate openssl x509 -pubkey -noout',
    )
  return [namedKey(text, { name: undefined, wanted })]
}

const requireDifferent = (keys: readonly NamedPoint[]): void => {
  for (const name of [(key: NamedPoint) => key.kid, thumbprintOf])
    if (new Set(keys.map(name)).size < keys.length)
      throw new InputError('a key, or the name of a key (kid), stands there twice')
}

const readKeys = (text: string, purpose: Purpose): readonly NamedPoint[] => {
  if (/PRIVATE KEY/.test(text)) throw privateRefused()
  const keys = text.includes('-----BEGIN') ? fromPem(text, purpose) : fromJson(text, purpose)
  if (keys.length === 0)
    throw new InputError(`there is no key here that can be used: give ${purpose.wanted}`)
  if (keys.length > purpose.most)
    throw new InputError(
      `there are ${keys.length} keys here, and ${purpose.most} at most can be held`,
    )
  requireDifferent(keys)
  return keys
}

/**
 * The public keys in a file or an answer: PEM (SPKI), a JWK or a JWK Set. Each has a name, its thumbprint where it states none.
 * Of a set what is not for ES256 signatures is left aside.
 * @throws InputError when it holds private material, or no key that can be used, or too many
 */
export const readPublicKeys = (text: string): readonly PublicKey[] =>
  readKeys(text, forSigning).map(({ x, y, kid }) => ({
    kty: 'EC',
    crv: 'P-256',
    x,
    y,
    kid,
    alg: 'ES256',
    use: 'sig',
  }))

/** As {@link readPublicKeys}, the one key that content is to be sealed to. */
export const readSealingKey = (text: string): Omit<SealingKey, 'from'> => {
  const [point] = readKeys(text, forSealing)
  if (point === undefined) throw new InputError(`give ${forSealing.wanted}`)
  return { kty: 'EC', crv: 'P-256', ...point }
}
