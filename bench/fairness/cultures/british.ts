import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

const seconds = {
  F: frequencies('Louise 9, Jane 7, Ann 7, Marie 6, Elizabeth 5, Rose, Grace, Mary, May, Jean'),
  M: frequencies('James 9, John 9, David 6, William 6, Thomas, Robert, George, Alan, Lee, Edward'),
} as const

export const british: Culture = {
  name: 'English, Welsh, Scottish',
  given: {
    F: frequencies(`Susan, Sarah, Emma, Karen, Claire, Rebecca, Laura, Nicola, Charlotte, Sophie, Hannah, Lauren, Jessica, Amy,
      Gemma, Kelly, Tracey, Julie, Linda, Deborah, Catherine, Victoria, Rachel, Samantha, Joanne, Helen, Bethan, Megan, Rhian,
      Sian, Fiona, Kirsty, Eilidh, Morag, Alison, Heather, Jade, Chloe, Leanne, Stacey, Margaret, Maureen, Pauline, Wendy`),
    M: frequencies(`David, Paul, Andrew, Mark, Christopher, Daniel, James, Matthew, Stephen, Michael, Thomas, Jack, Ryan, Liam,
      Lee, Craig, Gareth, Rhys, Dylan, Huw, Callum, Ross, Stuart, Iain, Kevin, Ian, Neil, Simon, Gary, Darren, Adam, Ben,
      Joshua, Luke, Nathan, Kieran, Alan, Keith, Graham, Barry, Robert, Richard, Peter, Jordan`),
  },
  after: { F: { share: 0.6, names: seconds.F }, M: { share: 0.6, names: seconds.M } },
  families:
    frequencies(`Smith 1.2, Jones 1.4, Williams 1, Taylor 0.8, Davies 0.8, Brown 0.7, Evans 0.6, Wilson 0.6, Thomas 0.6, Roberts 0.5,
    Johnson, Walker, Wright, Robinson, Thompson, White, Hughes, Edwards, Green, Hall, Wood, Harris, Clarke, Jackson, Turner,
    Hill, Cooper, Ward, Morris, Moore, Lewis, King, Baker, Harrison, Morgan, Allen, Scott, Parker, Price, Bennett, Campbell,
    MacDonald, Stewart, Fraser, Murray, Sinclair, Griffiths, Llewellyn, Pritchard, Bevan, Ashworth, Butterfield, Cartwright,
    Dunnington, Entwistle, Fothergill, Greenhalgh, Hardcastle, Illingworth, Kershaw, Longbottom, Micklethwaite, Nuttall,
    Openshaw, Postlethwaite, Ramsbottom, Sowerby, Tattersall, Underhill, Wigglesworth, Yardley, Pemberton-Shaw, Hughes-Owen`),
  lineage: 'family',
  takesNameShare: 0.8,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0,
  sharedHouseShare: 0.08,
  spellings:
    groupsOf(`susan sue suzie / rebecca becky / catherine kate cath katherine kathryn / victoria vicky vikki / deborah debbie /
    samantha sam / margaret maggie peggy / elizabeth liz beth / andrew andy / christopher chris / daniel dan danny /
    james jim jamie / matthew matt / stephen steve steven / michael mick mike / thomas tom tommy / robert bob rob /
    richard rick dick / david dave / joshua josh / gareth gaz / sian shan / rhys reece rees / callum calum / iain ian /
    claire clare / nicola nicky / rachel rachael / hannah hanna / stuart stewart / smith smyth / clarke clark /
    davies davis / thompson thomson / macdonald mcdonald / stewart stuart / griffiths griffith / morris maurice`),
  slips: [
    { share: 40, slip: slip.respelt },
    { share: 25, slip: slip.calledOnly },
    { share: 20, slip: slip.otherFamily },
    { share: 4, slip: slip.exchanged },
    { share: 5, slip: slip.initials },
    { share: 3, slip: slip.inOneField },
    { share: 3, slip: slip.halfOfFamily },
  ],
}
