import { factsOf } from '../../cli/evaluate/read-people.ts'
import type { PersonFacts } from '../../shared/matching/normalise/person-features.ts'
import { notificationsOf } from '../population/notifications.ts'

/** A register, and how many notifications are matched with it. */
export type Size = { readonly people: number; readonly queries: number }

/** Whom a notification is about. `registeredId` is the register's record of them, if it has one. */
export type Subject = { readonly facts: PersonFacts; readonly registeredId: string | undefined }

export const seed = 11
const unregistered = 0.3

export const subjectsOf = (size: Size): readonly Subject[] =>
  [...notificationsOf({ ...size, seed, unregistered })].map(({ row, registeredId }) => ({
    facts: factsOf(row),
    registeredId,
  }))
