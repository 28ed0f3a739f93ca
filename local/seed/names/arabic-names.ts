import { type NameCulture, nameList } from './name-culture.ts'

/** Arabic names: the Latin form is whatever a clerk wrote down, the Arabic one what the papers say. */
export const arabicNames: NameCulture = {
  share: 4,
  keepsName: true,
  women: nameList(
    `Fatima=فاطمة, Maryam=مريم, Noor=نور, Layla=ليلى, Aisha=عائشة, Zainab=زينب, Khadija=خديجة, Samira=سميرة, Rania=رانيا,
    Hanan=حنان, Amal=أمل, Yasmin=ياسمين, Huda=هدى, Salma=سلمى`,
  ),
  men: nameList(
    `Mohammed=محمد, Ahmad=أحمد, Ali=علي, Omar=عمر, Khaled=خالد, Mustafa=مصطفى, Hassan=حسن, Hussein=حسين, Ibrahim=إبراهيم,
    Yousef=يوسف, Mahmoud=محمود, Karim=كريم, Tareq=طارق, Bassam=بسام`,
  ),
  families: nameList(
    `Hassan=حسن, Al-Masri=المصري, Haddad=حداد, Khalil=خليل, Al-Najjar=النجار, Saleh=صالح, Mansour=منصور, Darwish=درويش,
    Al-Khatib=الخطيب, Nasser=ناصر, Othman=عثمان, Al-Jabouri=الجبوري`,
  ),
}
