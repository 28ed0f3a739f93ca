/** Sixteen bytes as a UUID of a version, by which six of their bits are replaced. @see RFC 9562 §4 */
export const uuidOf = (sixteen: Uint8Array, version: 7 | 8): string => {
  const bytes = Uint8Array.from(sixteen)
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const text = Buffer.from(bytes.buffer).toString('hex')
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`
}

/**
 * A UUIDv7 from a time and sixteen random bytes. Node's own `randomUUID` makes version 4 only, which does not sort.
 * @see RFC 9562 §5.7
 */
export const uuidV7 = (now: Date, random: Uint8Array): string => {
  const bytes = Uint8Array.from(random.subarray(0, 16))
  new DataView(bytes.buffer).setUint16(0, Math.floor(now.getTime() / 2 ** 32))
  new DataView(bytes.buffer).setUint32(2, now.getTime() % 2 ** 32)
  return uuidOf(bytes, 7)
}

/** The least UUIDv7 of a moment: whatever was issued since sorts after it. */
export const firstUuidAt = (moment: Date): string => uuidV7(moment, new Uint8Array(16))

/** The moment at which a UUIDv7 was issued, which its first 48 bits are. */
export const timeOfUuid = (id: string): Date =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
