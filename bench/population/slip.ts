import type { Home, Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { Row } from './row.ts'

export type Subject = { readonly person: Person; readonly home: Home }

/** Somebody whose name may be of any origin. */
export type Anybody = { readonly person: Omit<Person, 'origin'>; readonly home: Home }

/** What can go wrong with one part of a notification. */
export type Slip = (told: Row, subject: Subject, random: Random) => Row

/** What can go wrong whatever the name. */
export type PlainSlip = (told: Row, subject: Anybody, random: Random) => Row
