import { tellingLines } from '../../shared/sharing/tell-parent.ts'
import { table } from './markdown.ts'

/** What a parent may be told, line by line as it is read. */
export const tellingTable = (): readonly string[] =>
  table(
    ['When', 'Tell the parent'],
    [...tellingLines.map(({ when, tell }) => [when, tell]), ['anything else', 'yes']],
  )
