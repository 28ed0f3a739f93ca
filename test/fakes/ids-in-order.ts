import { uuidV7 } from '../../shared/kernel/uuid-v7.ts'

/** Ids that sort in the order in which they were made, those of one moment too. */
export const idsInOrder = () => {
  let made = 0
  return (now: Date): string => {
    made += 1
    const bytes = new Uint8Array(16)
    new DataView(bytes.buffer).setUint32(12, made)
    return uuidV7(now, bytes)
  }
}
