/**
 * What stands in almost every article of this field, whatever it is about, so that sharing it says nothing: names of the
 * plenum, of the leadership and its thought, and the words in which their following is declared.
 */
export const standingPhrases: readonly string[] = [
  '党的二十届三中全会精神',
  '党的二十届三中全会审议通过的决定',
  '学习贯彻党的二十届三中全会',
  '党的十八届三中全会',
  '二十届中央委员会第三次全体会议',
  '中共中央关于进一步全面深化改革推进中国式现代化的决定',
  '进一步全面深化改革推进中国式现代化',
  '以习近平同志为核心的党中央',
  '习近平新时代中国特色社会主义思想',
  '习近平总书记重要讲话精神',
  '习近平总书记关于',
  '党中央决策部署',
  '全面建设社会主义现代化国家',
  '社会主义现代化强国',
  '中华民族伟大复兴',
  '以中国式现代化全面推进强国建设民族复兴伟业',
  '中国特色社会主义',
  '国家治理体系和治理能力现代化',
  '经济社会发展',
  '体制机制改革',
  '完善体制机制',
  '各级党委政府',
];
