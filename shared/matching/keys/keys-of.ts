import type { KeyKind } from './key-kind.ts'

/** A key in clear. It must be put through a keyed hash before it is stored or sent anywhere. */
export type IndexKey = { readonly type: string; readonly value: string }

/** `most` lookups in all; further values of a kind only where there are fewer lookups than `enough`. */
export type LookupBounds = { readonly most: number; readonly enough: number }

/** Every key of these kinds under which somebody is stored. */
export const storedKeysOf = <Parts>(
  kinds: readonly KeyKind<Parts>[],
  parts: Parts,
): readonly IndexKey[] =>
  kinds.flatMap(({ type, valuesOf, isStored }) =>
    isStored?.(parts) === false
      ? []
      : [...new Set(valuesOf(parts))].map((value) => ({ type, value })),
  )

/**
 * The keys to look under, distinct, those of most use first. Each kind's first values come before any kind's further
 * ones, so that a person with eight aliases is still sought by every kind of key.
 */
export const soughtKeysOf = <Parts>(
  kinds: readonly KeyKind<Parts>[],
  parts: Parts,
  { most, enough }: LookupBounds,
): readonly IndexKey[] => {
  const early: IndexKey[] = []
  const later: IndexKey[] = []
  for (const { type, early: first, valuesOf, soughtOf = valuesOf, isSought } of kinds) {
    if (isSought?.(parts) === false) continue
    const soon = typeof first === 'function' ? first(parts) : first
    for (const [at, value] of [...new Set(soughtOf(parts))].entries())
      (at < soon ? early : later).push({ type, value })
  }
  const further = later.slice(0, Math.max(0, enough - early.length))
  return [...early, ...further].slice(0, most)
}
