import { candidatesOf } from '../../shared/matching/candidates-of.ts'
import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import { childIndexKeys, childLookupKeys } from '../../shared/matching/child-keys.ts'
import type { IndexKey } from '../../shared/matching/index-keys.ts'
import type { ChildCandidate } from '../../shared/matching/match.ts'
import { type Block, largestBlock } from '../../shared/matching/usable-hits.ts'

const textOf = ({ type, value }: IndexKey): string => `${type}|${value}`

/** Whom the lookups of one child led to. */
export type Found = {
  readonly candidates: readonly ChildCandidate[]
  readonly lookups: number
  readonly incomplete: boolean
}

/** Registered children in memory, with the index that the hub keeps of them. */
export class ChildRegister {
  readonly #children = new Map<string, ChildFacts>()
  readonly #index = new Map<string, Set<string>>()

  add(id: string, child: ChildFacts): void {
    this.#children.set(id, child)
    for (const key of childIndexKeys(child)) {
      const ids = this.#index.get(textOf(key)) ?? new Set()
      this.#index.set(textOf(key), ids.add(id))
    }
  }

  remove(id: string): void {
    const child = this.#children.get(id)
    if (child === undefined) return
    for (const key of childIndexKeys(child)) this.#index.get(textOf(key))?.delete(id)
    this.#children.delete(id)
  }

  find(query: ChildFacts): Found {
    const keys = childLookupKeys(query)
    const blocks = keys.map((key): Block => {
      const ids = [...(this.#index.get(textOf(key)) ?? [])].slice(0, largestBlock)
      return { key, ids, isCut: ids.length === largestBlock }
    })
    const { ids, incomplete } = candidatesOf(blocks)
    const candidates = ids.flatMap((id) => {
      const child = this.#children.get(id)
      return child === undefined ? [] : [{ id, child }]
    })
    return { candidates, lookups: keys.length, incomplete }
  }
}
