/** Signs of the commonest Chinese family and given names, simplified and traditional, after their reading in pinyin. */
const readings =
  'wang王 li李丽麗莉力立利理黎礼禮 zhang张張章 liu刘劉柳 chen陈陳晨辰 yang杨楊阳陽洋 huang黄黃 zhao赵趙 wu吴吳伍武 zhou周 xu徐许許旭 ' +
  'sun孙孫 ma马馬 zhu朱珠 hu胡虎 guo郭国國 he何和贺賀荷 lin林琳 gao高 luo罗羅 zheng郑鄭正 liang梁亮良 song宋松 xie谢謝 tang唐汤湯 ' +
  'han韩韓 cao曹 deng邓鄧 peng彭鹏鵬 zeng曾 xiao肖萧蕭小晓曉 tian田天 dong董东東冬 pan潘 yuan袁元媛远遠圆圓 cai蔡 jiang蒋蔣江姜 yu余于俞玉宇雨钰鈺 ' +
  'du杜 ye叶葉 cheng程成诚誠 wei魏伟偉卫衛威薇巍 su苏蘇素 lu卢盧陆陸鲁露璐 ding丁 ren任仁 shen沈 yao姚 zhong钟鍾忠中 cui崔翠 tan谭譚 fan范凡帆 ' +
  'shi石史诗詩 liao廖 jia贾賈佳家嘉 xia夏霞 fu付傅福富 fang方芳 zou邹鄒 xiong熊雄 bai白 meng孟梦夢萌 qin秦琴勤 qiu邱秋 hou侯 yin尹银銀英 xue薛雪 ' +
  'duan段 lei雷磊蕾 long龙龍 tao陶涛濤 mao毛 hao郝浩昊豪 gu顾顧 gong龚龔 shao邵 wan万萬婉 qian钱錢倩 yan严嚴颜顏艳艷燕岩妍 dai戴 mo莫 kong孔 ' +
  'xiang向翔香祥 chang常昌 min敏民 jing静靜晶京敬景菁 qiang强強 jun军軍俊君 yong勇永 jie杰傑洁潔婕 juan娟 chao超 xiu秀 na娜 ming明铭銘 ' +
  'gui桂贵貴 ping平萍 gang刚剛 hui辉輝慧惠会 fen芬 ling玲铃鈴灵靈凌 dan丹 bin斌彬滨 lan兰蘭岚嵐 hua华華花 fei飞飛菲 xin鑫欣新心馨 bo波博 yi一怡艺藝义義仪宜逸 ' +
  'ting婷庭廷 hong红紅宏鸿洪虹 jian建健剑 mei梅美 qing青清庆慶晴 rong荣榮容蓉 rui瑞睿蕊 shan山珊 shu淑书書 tong彤童 ' +
  'xuan轩萱宣 ya雅亚亞 yue月悦岳越 yun云雲芸 ze泽澤 zhen珍真振 zhi志智芝 zi子梓紫 an安 ai爱愛 bao宝寶保 da大达達 de德 guang光广廣 hai海 ' +
  'ke可科 kai凯凱 lian莲蓮 nan南楠男 ning宁寧 qi琪琦奇齐 sheng生胜勝 wen文雯 xi西希喜曦 ying莹瑩颖穎迎盈 zhe哲'

/** One sign is one word: a name of two signs is written in pinyin as one word or two. */
export const chineseLetters: ReadonlyMap<string, string> = new Map(
  readings.split(' ').flatMap((reading) => {
    const sound = reading.replace(/[^a-z]/g, '')
    return [...reading.slice(sound.length)].map((sign): [string, string] => [sign, ` ${sound} `])
  }),
)
