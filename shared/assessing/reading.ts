import type { Directory } from '../agencies/directory.ts'
import type { Alert } from '../alerts/alert.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Assessment } from './assessment.ts'
import type { Neighbourhood } from './gathered.ts'

/** A concern, and the assessment by which it is told. */
export type Behind = { readonly stored: StoredConcern; readonly assessment: Assessment }

/** What was read for one reading: the household around the concern as it now is, and concerns that bear on it. */
export type Surroundings = {
  readonly directory: Directory
  readonly around: Neighbourhood
  /** Concerns of the household that protect anybody, and those that make a combination with this one. */
  readonly concerns: readonly StoredConcern[]
  readonly now: Date
  /** A concern about somebody of this one protects them, be its own text gone or not. */
  readonly isProtected?: boolean
}

/** Who reads, of what: the parts of an alert that a reading depends on. */
export type Read = Pick<Alert, 'authority' | 'why' | 'children' | 'decision' | 'isLeadsOnly'> &
  Partial<Pick<Alert, 'isOfAdopted'>> & {
    readonly isLead: boolean
    /** The reader is not whom it is for: what is protected is struck whatever the harm, their own concern's places too. */
    readonly inEmergency?: true
    /** In a child's chronology: there a concern's protected places stand for the authority that it names alone. */
    readonly inChronology?: true
  }
