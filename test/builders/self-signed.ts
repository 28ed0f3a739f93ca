import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length])
  const bytes = Buffer.from([length >> 8, length & 0xff]).subarray(length < 0x100 ? 1 : 0)
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes])
}
const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts)
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'))
const text = (tag: number, value: string): Buffer => tagged(tag, Buffer.from(value))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const nameOf = (host: string): Buffer =>
  sequence(tagged(0x31, sequence(oid('550403'), text(0x0c, host))))

const certificate = (
  host: string,
  key: { publicKey: KeyObject; privateKey: KeyObject },
): Buffer => {
  const subjectAltName = sequence(oid('551d11'), tagged(0x04, sequence(text(0x82, host))))
  const toBeSigned = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    nameOf(host),
    sequence(text(0x18, '20200101000000Z'), text(0x18, '20990101000000Z')),
    nameOf(host),
    key.publicKey.export({ format: 'der', type: 'spki' }),
    tagged(0xa3, sequence(subjectAltName)),
  )
  const signature = sign('sha256', toBeSigned, key.privateKey)
  return sequence(toBeSigned, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature))
}

/** A certificate for one host by its own fresh key, for a server within a test. @see RFC 5280 §4.1 */
export const selfSigned = (host: string): { readonly key: string; readonly cert: string } => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const base64 = certificate(host, pair).toString('base64').replaceAll(/.{64}/g, '$&\n')
  return {
    key: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  }
}
