/** The type of what is sealed, in the header of the hub’s signature. */
export const sealedType = 'hub-sealed+jws'

type Signer = { readonly kid: string; readonly sign: (text: string) => Promise<Uint8Array> }

const encoded = (text: string): string => Buffer.from(text).toString('base64url')

/**
 * The hub’s signature around what is sealed, as a compact JWS whose payload is the JWE: whoever can open it knows who sent it. The key
 * never leaves where it is kept, so the parts are joined here. No member of the
 * header that RFC 7515 does not register: libraries refuse it. @see RFC 7515 §7.1
 */
export const signSealed = async (jwe: string, { kid, sign }: Signer): Promise<string> => {
  const header = { alg: 'EdDSA', typ: sealedType, cty: 'JWE', kid }
  const input = `${encoded(JSON.stringify(header))}.${encoded(jwe)}`
  return `${input}.${Buffer.from(await sign(input)).toString('base64url')}`
}
