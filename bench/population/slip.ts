import type { Random } from '../../local/seed/random.ts'
import type { Home, Person, Row } from './population-types.ts'

export type Subject = { readonly person: Person; readonly home: Home }

/** What can go wrong with one part of a notification. */
export type Slip = (told: Row, subject: Subject, random: Random) => Row
