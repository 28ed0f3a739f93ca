const coordinateBytes = 32

/** Reads one INTEGER of a DER signature and gives it at the fixed length of a P-256 coordinate. */
const coordinate = (
  der: Uint8Array,
  at: number,
): { readonly value: Uint8Array; readonly next: number } => {
  const length = der[at + 1] ?? 0
  const value = Buffer.alloc(coordinateBytes)
  const digits = Buffer.from(der.subarray(at + 2, at + 2 + length)).subarray(-coordinateBytes)
  digits.copy(value, coordinateBytes - digits.length)
  return { value, next: at + 2 + length }
}

/** KMS gives ECDSA signatures in DER; a JWS wants r and s side by side. Node converts only what it signs itself. @see RFC 7518 §3.4 */
export const rawSignature = (der: Uint8Array): Uint8Array => {
  const r = coordinate(der, 2)
  const s = coordinate(der, r.next)
  return Buffer.concat([r.value, s.value])
}
