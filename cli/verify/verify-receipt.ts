import { openByAny } from '../../shared/audit/checkpoint.ts'
import type { Held } from '../../shared/audit/held.ts'
import { leafOfLine } from '../../shared/audit/leaf-text.ts'
import { leafHash } from '../../shared/audit/merkle.ts'
import { verifyInclusion } from '../../shared/audit/merkle-verify.ts'
import type { Receipt } from '../../shared/audit/tlog-proof.ts'
import { entryInWords } from './finding-in-words.ts'
import { type Fault, nothing, type Outcome } from './outcome.ts'

const faulty = (fault: Fault): Outcome => ({ ...nothing, faults: [fault] })

/** Whether the entry that a receipt holds stands in the log, where the receipt says. */
export const verifyReceipt = ({ line, index, proof, note }: Receipt, held: Held): Outcome => {
  const leaf = leafOfLine(line)
  const entry = entryInWords(index, leaf)
  const opened = openByAny(note, held)
  if (opened === undefined)
    return faulty({
      what: 'CHECKPOINT_NOT_SIGNED',
      sentence: `The checkpoint of the receipt of ${entry} is not signed by a key of ${held.origin}.`,
      index,
    })
  const { size, root } = opened
  const isIn = verifyInclusion({ index, size, leaf: leafHash(line), proof, root })
  if (!isIn || leaf === undefined)
    return faulty({
      what: 'NOT_INCLUDED',
      sentence: `The receipt does not show that ${entry} stands in the log of ${size} entries: the entry, its number or the proof was changed.`,
      index,
      ...(leaf !== undefined && { entryId: leaf.entry.entryId }),
    })
  return {
    ...nothing,
    checked: [`Inclusion: ${entry} stands in the log of ${size} entries, which is signed.`],
  }
}
