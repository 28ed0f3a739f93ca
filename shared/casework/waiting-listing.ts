import type { Clock } from '../kernel/clock.ts'
import { sideBySide } from '../kernel/side-by-side.ts'
import { attendance, type Waiting, type WaitingPlace } from './waiting.ts'

/** Where a page ended, in the words of whoever gives the pages. */
export type Cursor = Readonly<Record<string, unknown>>

/** `last` is there when anything stood in the page, read or not; `unreadable`: keys of which nothing is known here. */
export type WaitingPage = {
  readonly waiting: readonly Waiting[]
  readonly last?: Cursor
  readonly unreadable?: readonly { readonly pk: string; readonly sk: string }[]
}

/** A page of what has waited in a place since before `until`, oldest first, from after `after`. */
export type ListWaiting = (
  place: WaitingPlace,
  page: { readonly until: Date; readonly after?: Cursor },
) => Promise<WaitingPage>

type Deps = {
  readonly listWaiting: ListWaiting
  /** What of a page is to be attended to. */
  readonly shownOf: (place: WaitingPlace, page: WaitingPage) => Promise<readonly Waiting[]>
  readonly onFailure: (waiting: Pick<Waiting, 'kind'>, error: unknown) => void
  readonly now: Clock
  /** Whether the sweep begins nothing more: then it asks for nothing more either. */
  readonly isOver: () => boolean
}

/** Places that are asked at once. */
const mostAsked = 24

/**
 * What is overdue in each place, page after page: each row once a sweep, those too that become overdue meanwhile. A place of
 * which nothing can be listed is reported, and not asked again by the same sweep.
 */
export const createListing = ({ listWaiting, shownOf, onFailure, now, isOver }: Deps) => {
  const cursors = new Map<WaitingPlace, Cursor>()
  const broken = new Set<WaitingPlace>()
  const places = new WeakMap<Waiting, WaitingPlace>()
  const pageOf = (place: WaitingPlace): Promise<WaitingPage> => {
    const until = new Date(now().getTime() - attendance[place.kind].after)
    const after = cursors.get(place)
    return listWaiting(place, { until, ...(after !== undefined && { after }) })
  }
  const shownIn = async (place: WaitingPlace, page: WaitingPage): Promise<readonly Waiting[]> => {
    const shown = await shownOf(place, page)
    for (const waiting of shown) places.set(waiting, place)
    if (page.last !== undefined) cursors.set(place, page.last)
    return shown
  }
  const nextOf = async (place: WaitingPlace): Promise<readonly Waiting[]> => {
    for (;;) {
      const page = await pageOf(place)
      const shown = await shownIn(place, page)
      // A page of rows that cannot be read, or stand aside, hides none behind it.
      if (page.last === undefined || shown.length > 0 || isOver()) return shown
    }
  }
  return {
    placeOf: (waiting: Waiting): WaitingPlace => places.get(waiting) ?? { kind: waiting.kind },
    isBroken: (kind: string): boolean => [...broken].some((place) => place.kind === kind),
    /** The next page of each of these places. */
    next: async (places: readonly WaitingPlace[]): Promise<readonly Waiting[]> => {
      const pages = new Map<WaitingPlace, readonly Waiting[]>()
      await sideBySide(places, mostAsked, async (place) => {
        if (broken.has(place) || isOver()) return
        try {
          pages.set(place, await nextOf(place))
        } catch (error) {
          broken.add(place)
          onFailure(place, error)
        }
      })
      return places.flatMap((place) => pages.get(place) ?? [])
    },
  }
}
