import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Family name, middle word, name: two in five bear one family name, and most women the middle word Thi. */
export const vietnamese: Culture = {
  name: 'Vietnamese',
  given: {
    F: frequencies(
      'Linh, Lan, Hoa, Huong, Thuy, Mai, Nga, Phuong, Trang, Hanh, Ngoc, Thao, Anh, Thu, Hien, Ha, Yen, Dung, Hang, Loan, Nhung, Tuyet, Van, Xuan',
    ),
    M: frequencies(
      'Minh, Tuan, Hung, Dung, Thanh, Nam, Long, Duc, Hai, Son, Quang, Khanh, Hoang, Tien, Phong, Vinh, Cuong, Hieu, Dat, Binh, Trung, Huy, Tam, Bao',
    ),
  },
  before: {
    F: { share: 0.8, names: frequencies('Thi 75, Ngoc 8, Thu 6, Kim, Thanh, Bich') },
    M: {
      share: 0.75,
      names: frequencies('Van 45, Minh 10, Duc 8, Quoc 7, Xuan 6, Dinh, Huu, Cong, Anh'),
    },
  },
  families: frequencies(
    'Nguyen 38, Tran 11, Le 9.5, Pham 7, Hoang 3.5, Huynh 3, Phan 4, Vu 3, Vo 2.5, Dang 2, Bui 2, Do 1.5, Ho 1.3, Ngo 1.3, Duong 1, Ly',
  ),
  lineage: 'family',
  takesNameShare: 0.03,
  sharedWordShare: 0.7,
  firstOfJanuaryShare: 0.04,
  sharedHouseShare: 0.25,
  spellings: groupsOf(
    'nguyen ngyuen nguyễn / tran trần / le lê / pham phạm / hoang huynh hoàng / vu vũ / vo võ / do đỗ / bui bùi / dung dũng / duc đức / tuan tuấn / hung hùng / huong hương / thuy thúy thùy / phuong phương / hanh hạnh / thi thị / van văn / lan lân / hoa hòa / quoc quốc',
  ),
  slips: [
    { share: 24, slip: slip.otherBefore },
    { share: 22, slip: slip.exchanged },
    { share: 14, slip: slip.familyFirstInOneField },
    { share: 12, slip: slip.respelt },
    { share: 10, slip: slip.givenTakenForFamily },
    { share: 8, slip: slip.joined },
    { share: 5, slip: slip.firstWordOnly },
    { share: 5, slip: slip.inOneField },
  ],
}
