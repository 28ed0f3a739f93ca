import { openByAny, textOfNote } from './checkpoint.ts'
import type { Finding } from './finding.ts'
import type { Held } from './held.ts'

/** Sizes at which notes by the log's keys have more than one root: each with the notes, for they prove it to anybody. */
export const forksAmong = (
  notes: readonly string[],
  held: Pick<Held, 'origin' | 'publicKeys'>,
): readonly Finding[] => {
  const bySize = Map.groupBy(new Set(notes), (note) => textOfNote(note).split('\n')[1])
  return [...bySize.values()]
    .filter((all) => new Set(all.map(textOfNote)).size > 1)
    .flatMap((all) => {
      const opened = all.flatMap((note) => {
        const checkpoint = openByAny(note, held)
        return checkpoint === undefined ? [] : [{ note, ...checkpoint }]
      })
      const byRoot = new Map(opened.map(({ root, note }) => [root.toString('hex'), note]))
      return byRoot.size < 2 ? [] : [forkOf(opened[0]?.size, [...byRoot.values()])]
    })
}

const forkOf = (index = 0, evidence: readonly string[] = []): Finding => ({
  what: 'FORKED',
  index,
  evidence,
})
