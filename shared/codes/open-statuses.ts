import { keysOf } from '../kernel/keys-of.ts'

type Row = {
  readonly label: string
  /** There is an allocated worker and a plan: what is told goes to them at once (R19). */
  readonly isPlanned: boolean
}

/** How children's social care stands to a child with whom it works now, the gravest first. */
export const openStatuses = {
  PROTECTION_PLAN: { label: 'child protection plan', isPlanned: true },
  LOOKED_AFTER: { label: 'looked after', isPlanned: true },
  PROCEEDINGS: { label: 'care proceedings', isPlanned: true },
  IN_NEED: { label: 'child in need', isPlanned: false },
  EARLY_HELP: { label: 'early help', isPlanned: false },
} as const satisfies Record<string, Row>
export type OpenStatus = keyof typeof openStatuses

export const openStatusNames = keysOf(openStatuses)
