import { stage } from '../../infra/stages/local.ts'
import { agreementRow } from '../../shared/aws/dynamodb/agreements.ts'
import { agencyRow, authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import type { KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import { demoAgreements } from './agreements.ts'

/** Whom the local stage serves, and who sends to it. */
export const servedRows: readonly KeyedRow[] = [
  ...stage.directory.authorities.map(authorityRow),
  ...stage.directory.agencies.map(agencyRow),
]

/** What the directory of the local stage holds beside its clients: {@link servedRows}, and who agreed with whom. */
export const directoryRows = (today: Date): readonly KeyedRow[] => [
  ...servedRows,
  ...demoAgreements(today).map(agreementRow),
]
