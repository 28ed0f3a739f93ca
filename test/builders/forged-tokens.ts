import { createHmac } from 'node:crypto'

type Json = Record<string, unknown>
export type Signer = (input: Uint8Array) => Promise<Uint8Array> | Uint8Array

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A compact JWS of any header and claims, however wrong. */
export const signed = async (header: Json, claims: unknown, sign: Signer): Promise<string> => {
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${Buffer.from(await sign(Buffer.from(input))).toString('base64url')}`
}

const without = (claims: Json, name: string): Json =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))

type Genuine = {
  /** Claims that the hub would sign at this moment. */
  readonly claims: Json
  /** The hub's own key. */
  readonly sign: Signer
  /** Somebody else's key of the same kind. */
  readonly signElsewhere: Signer
  readonly publicKeyPem: string
  /** The name of the hub's own key. */
  readonly kid: string
  readonly nowSeconds: number
}

const required = ['iss', 'aud', 'sub', 'client_id', 'iat', 'exp', 'jti', 'scope', 'role', 'agency']

/** Tokens whose signature is the hub's and whose claims no hub token has: only the checks after it can refuse them. */
const wrongClaims = ({ claims, nowSeconds }: Genuine): readonly (readonly [string, Json])[] => [
  ['expired', { ...claims, iat: nowSeconds - 400, exp: nowSeconds - 100 }],
  [
    'older than a token lives, though it names a late expiry',
    { ...claims, iat: nowSeconds - 400, exp: nowSeconds + 9e8 },
  ],
  ['issued in the future', { ...claims, iat: nowSeconds + 3600, exp: nowSeconds + 3900 }],
  ['not yet valid', { ...claims, nbf: nowSeconds + 3600 }],
  ['an expiry in text', { ...claims, exp: String(nowSeconds + 300) }],
  ['an expiry beyond numbers', { ...claims, exp: Number.MAX_VALUE * 2 }],
  ['another issuer', { ...claims, iss: 'https://elsewhere.example' }],
  ['its own issuer with a slash', { ...claims, iss: `${String(claims['iss'])}/` }],
  ['another audience', { ...claims, aud: 'https://elsewhere.example' }],
  ['a part of its audience', { ...claims, aud: String(claims['aud']).slice(0, -1) }],
  ['a list of audiences', { ...claims, aud: [claims['aud'], 'https://elsewhere.example'] }],
  ['an audience in a list', { ...claims, aud: [claims['aud']] }],
  ['a role that does not exist', { ...claims, role: 'admin' }],
  ['every role at once', { ...claims, role: ['referrer', 'auditor'] }],
  ['a scope that does not exist', { ...claims, scope: 'everything' }],
  ['what is no authority', { ...claims, authority: 'E0600000' }],
  ['an empty client', { ...claims, client_id: '' }],
  ...required.map((name): readonly [string, Json] => [`no ${name}`, without(claims, name)]),
]

const headersBeside = (header: Json): readonly (readonly [string, Json])[] => [
  ['a type of plain JWT', { ...header, typ: 'JWT' }],
  ['no type', { ...header, typ: undefined }],
  ['the type of a DPoP proof', { ...header, typ: 'dpop+jwt' }],
  ['no name of a key', { ...header, kid: undefined }],
  ['an empty name of a key', { ...header, kid: '' }],
  ['a number for the name of a key', { ...header, kid: 1 }],
  ['the name of no key of ours', { ...header, kid: 'another' }],
  ['an unknown critical header', { ...header, crit: ['exp2'], exp2: 1 }],
  ['an unencoded payload', { ...header, b64: false, crit: ['b64'] }],
]

/** Every forged token with what is wrong with it. None may be accepted, whoever it says it is from. */
export const forgedTokens = async (
  genuine: Genuine,
): Promise<readonly (readonly [name: string, token: string])[]> => {
  const { claims, sign, signElsewhere, publicKeyPem, kid } = genuine
  const header = { alg: 'ES256', typ: 'at+jwt', kid }
  const real = await signed(header, claims, sign)
  const [head = '', payload = '', signature = ''] = real.split('.')
  const hmac: Signer = (input) => createHmac('sha256', publicKeyPem).update(input).digest()
  const jwk = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }
  const made = await Promise.all([
    ...wrongClaims(genuine).map(
      async ([name, wrong]) => [name, await signed(header, wrong, sign)] as const,
    ),
    ...headersBeside(header).map(
      async ([name, wrong]) => [name, await signed(wrong, claims, sign)] as const,
    ),
    ...['none', 'None', 'nOnE', ''].map(
      async (alg) =>
        [
          `the algorithm "${alg}"`,
          await signed({ ...header, alg }, claims, () => Buffer.alloc(0)),
        ] as const,
    ),
    ...['none', 'HS256', 'RS256', 'ES384', 'EdDSA'].map(
      async (alg) =>
        [
          `the algorithm ${alg} with a real signature`,
          await signed({ ...header, alg }, claims, sign),
        ] as const,
    ),
    signed({ ...header, alg: 'HS256' }, claims, hmac).then(
      (token) => ['an HMAC keyed with the public key', token] as const,
    ),
    signed(header, claims, signElsewhere).then(
      (token) => ['a signature by another key', token] as const,
    ),
    signed({ ...header, jwk }, claims, signElsewhere).then(
      (token) => ['another key in its header', token] as const,
    ),
    signed(
      { ...header, jku: 'https://elsewhere.example/jwks', kid: '../../etc' },
      claims,
      signElsewhere,
    ).then((token) => ['a link to another key', token] as const),
    signed(header, claims, () => Buffer.alloc(64)).then(
      (token) => ['a signature of zeros', token] as const,
    ),
    signed(header, 'not claims', sign).then((token) => ['text for claims', token] as const),
    signed(header, null, sign).then((token) => ['null for claims', token] as const),
    signed(header, [claims], sign).then((token) => ['a list of claims', token] as const),
  ])
  const changed = encode({ ...claims, sub: 'somebody-else', client_id: 'somebody-else' })
  return [
    ...made,
    ['a changed payload', `${head}.${changed}.${signature}`],
    ['half a signature', `${head}.${payload}.${signature.slice(0, 40)}`],
    ['no signature', `${head}.${payload}.`],
    ['two parts', `${head}.${payload}`],
    ['four parts', `${real}.${signature}`],
    ['five parts, as an encrypted token', `${real}.${signature}.${signature}`],
    ['a megabyte of signature', `${head}.${payload}.${'A'.repeat(1_000_000)}`],
    ['a megabyte of payload', `${head}.${'A'.repeat(1_000_000)}.${signature}`],
    ['another token inside', `${head}.${encode(real)}.${signature}`],
    ['blanks inside', `${head} .${payload}.${signature}`],
    ['a line break after it', `${real}\n`],
    ['nothing', ''],
  ]
}
