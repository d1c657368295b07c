import type { Span } from '../text/span.ts';

/** A verb of speaking; `reports` when what follows it may be speech without quotation marks. */
export interface SpeechVerb extends Span {
  reports: boolean;
}

// In folded text. What follows each without a quotation mark is speech only where the list says so.
const REPORTING =
  '告诉记者|告诉笔者|告诉我们|对记者说|向记者介绍|深有感触地说|表示|指出|提出|强调|介绍|认为|坦言|坦陈|直言|透露|说道|说';
const QUOTING =
  '感慨|感叹|感言|解释|补充|呼吁|建议|回忆|要求|讲道|谈道|总结|回应|回答|答道|称|评价|点赞|寄语|承诺|表态|写道|笑道|问道|讲|写明|明确|部署|规定';
const VERB = new RegExp(`(?:(?:${REPORTING}|${QUOTING})(?:说|道|称|指出|表示)?)`, 'gu');
const REPORTS = new RegExp(`^(?:${REPORTING})`, 'u');
// 学说, 听说, 小说, 据说 …: no speaker stands before them.
const NOT_BEFORE_SAY = /[小学听据传诉游假解演俗虽话劝再比且]$|或者|可以$|也就是$|应该$|不用$|来$|总的$/u;
const NOT_AFTER_SAY = /^(?:法|明|服|到|起|教|不|唱|理|好|实|白|辞|客|情|话|是|成|得|出)/u;
const NOT_AFTER_CALL = /^(?:为|之|号|职|谓|赞|道|作|得|心)/u;
const NOT_BEFORE_CALL = /[名职简统通自宣号堪人总对俗尊著匀相]$/u;
// 表示热烈欢迎, 介绍了情况, 提出的要求: these words do not open what someone says.
const NOT_AFTER =
  /^(?:的|了|过|着|到|出来|方式|方法|意见|欢迎|感谢|祝贺|敬意|慰问|哀悼|热烈|衷心|诚挚|崇高|庆祝|亲切|由衷|肯定|赞赏|满意|理解|支持|关注|谢意|歉意|信|会|人|书|词|性)/u;

/** The verbs of speaking in a folded text, in its order. */
export function speechVerbsOf(folded: string): SpeechVerb[] {
  const verbs: SpeechVerb[] = [];
  for (const { 0: word, index } of folded.matchAll(VERB)) {
    const end = index + word.length;
    const before = folded.slice(Math.max(0, index - 4), index);
    const after = folded.slice(end, end + 4);
    if (NOT_AFTER.test(after)) continue;
    if (/^(?:说|讲)/u.test(word) && (NOT_BEFORE_SAY.test(before) || NOT_AFTER_SAY.test(after))) continue;
    if (word === '称' && (NOT_BEFORE_CALL.test(before) || NOT_AFTER_CALL.test(after))) continue;
    verbs.push({ start: index, end, reports: REPORTS.test(word) });
  }
  return verbs;
}
