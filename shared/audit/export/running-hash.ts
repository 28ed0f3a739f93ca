/** Decided here: SHA-256 that can be put down between two requests and taken up again, which Node's cannot. */

/** The hash of what was fed so far: eight words, what did not fill a block (base64), and how many bytes in all. */
export type RunningHash = {
  readonly words: readonly number[]
  readonly rest: string
  readonly bytes: number
}

const block = 64

/** The first 32 bits of the fractions of roots of the first primes. @see FIPS 180-4 §4.2.2, §5.3.3 */
const fractionsOf = (count: number, root: (prime: number) => number): readonly number[] => {
  const primes: number[] = []
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  return primes.map((prime) => ((root(prime) % 1) * 2 ** 32) | 0)
}

const constants = Int32Array.from(fractionsOf(64, Math.cbrt))

export const emptyHash: RunningHash = { words: fractionsOf(8, Math.sqrt), rest: '', bytes: 0 }

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** @see FIPS 180-4 §6.2.2 step 1 */
const scheduleOf = (bytes: Buffer, at: number): Int32Array => {
  const words = new Int32Array(64)
  for (let t = 0; t < 16; t += 1) words[t] = bytes.readInt32BE(at + 4 * t)
  for (let t = 16; t < 64; t += 1) {
    const two = words[t - 2] ?? 0
    const fifteen = words[t - 15] ?? 0
    const small1 = rotated(two, 17) ^ rotated(two, 19) ^ (two >>> 10)
    const small0 = rotated(fifteen, 7) ^ rotated(fifteen, 18) ^ (fifteen >>> 3)
    words[t] = small1 + (words[t - 7] ?? 0) + small0 + (words[t - 16] ?? 0)
  }
  return words
}

/** @see FIPS 180-4 §6.2.2 steps 2 to 4 */
const compressed = (state: readonly number[], schedule: Int32Array): readonly number[] => {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t += 1) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const choice = (e & f) ^ (~e & g)
    const one = (h + big1 + choice + (constants[t] ?? 0) + (schedule[t] ?? 0)) | 0
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + big0 + majority) | 0
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0)
}

const blocksOf = (words: readonly number[], bytes: Buffer): readonly number[] => {
  let state = words
  for (let at = 0; at + block <= bytes.length; at += block)
    state = compressed(state, scheduleOf(bytes, at))
  return state
}

/** The hash with this text fed to it as well. */
export const fed = ({ words, rest, bytes }: RunningHash, text: string): RunningHash => {
  const more = Buffer.from(text)
  const all = Buffer.concat([Buffer.from(rest, 'base64'), more])
  const whole = all.length - (all.length % block)
  return {
    words: blocksOf(words, all.subarray(0, whole)),
    rest: all.subarray(whole).toString('base64'),
    bytes: bytes + more.length,
  }
}

/** The digest of all that was fed, in hexadecimal. @see FIPS 180-4 §5.1.1 */
export const digestOf = ({ words, rest, bytes }: RunningHash): string => {
  const left = Buffer.from(rest, 'base64')
  const padding = Buffer.alloc(block - ((left.length + 9) % block || block) + 9)
  padding[0] = 0x80
  padding.writeBigUInt64BE(BigInt(bytes) * 8n, padding.length - 8)
  const state = blocksOf(words, Buffer.concat([left, padding]))
  const digest = Buffer.alloc(32)
  for (const [at, word] of state.entries()) digest.writeInt32BE(word, 4 * at)
  return digest.toString('hex')
}
