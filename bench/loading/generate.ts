// Tables of the Standard Safeguarding Dataset with invented people, at any size: node bench/loading/generate.ts FOLDER CHILDREN
import { westmarch } from '../../infra/stages/local.ts'
import { writeSsd } from './write-ssd.ts'

const [folder = '.local/ssd', children = '1000'] = process.argv.slice(2)
await writeSsd(folder, { authority: westmarch, children: Number(children), today: new Date() })
