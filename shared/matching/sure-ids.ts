import { childKeyKinds } from './keys/child-key-kinds.ts'
import type { Telling } from './keys/key-kind.ts'
import { keyKinds } from './keys/key-kinds.ts'
import type { KeyHit } from './prerank.ts'

const tellingOf: ReadonlyMap<string, Telling | undefined> = new Map(
  [...keyKinds, ...childKeyKinds].map(({ type, tells }): [string, Telling | undefined] => [
    type,
    tells,
  ]),
)

/** By whom each was found who agrees on a number, or on name and date. */
export const sureIdsOf = (hits: readonly KeyHit[]): ReadonlySet<string> => {
  const found = (telling: Telling): readonly string[] =>
    hits
      .filter(({ key }) => tellingOf.get(key.type) === telling)
      .flatMap(({ ids }) => [...new Set(ids)])
  const dated = found('name-and-date')
  const named = new Set(found('name'))
  const once = new Set<string>()
  const byNameAndDate = dated.filter((id) => {
    const isAgain = once.has(id) || named.has(id)
    once.add(id)
    return isAgain
  })
  return new Set([...found('number'), ...byNameAndDate])
}
