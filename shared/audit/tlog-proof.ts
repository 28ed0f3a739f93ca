import type { Hash } from './merkle.ts'

type Inclusion = {
  readonly index: number
  readonly proof: readonly Hash[]
  readonly note: string
}

/** A proof that one file holds and anybody verifies without asking: index, path and checkpoint. @see https://c2sp.org/tlog-proof */
export const tlogProof = ({ index, proof, note }: Inclusion): string =>
  [
    'c2sp.org/tlog-proof@v1',
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
    '',
    note,
  ].join('\n')
