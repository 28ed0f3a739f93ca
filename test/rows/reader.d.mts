import type * as rowKinds from '../../shared/aws/dynamodb/rows/row-kinds.ts'

export declare const kindsOfRow: typeof rowKinds.kindsOfRow
