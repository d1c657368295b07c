import { expect, test } from 'vitest';
import { findOutlet, NATIONAL, outletIn, outletOfAddress, outletProvinceOf } from './outlets.ts';

test.each([
  ['山西日报', '山西日報', '山西'],
  ['山西日報', '山西日報', '山西'],
  ['《人民日報》', '人民日報', NATIONAL],
  ['新华社', '新華社', NATIONAL],
  ['求是', '求是', NATIONAL],
  ['解放日报', '解放日報', '上海'],
  ['文匯報', '文匯報', '上海'],
  ['香港文匯報', '香港文匯報', '香港'],
  ['长江日报', '長江日報', '湖北'],
  ['太行日报', '太行日報', '山西'],
  ['南方日報客户端', '南方日報', '廣東'],
  ['兵团日报', '兵團日報', '新疆兵團'],
  ['大同日报', '大同日報', '山西'],
  ['朝阳日报', '朝陽日報', '遼寧'],
  ['平遥新闻网', '平遙新聞網', '山西'],
  ['贵州省人民政府网', '貴州省人民政府網', '貴州'],
  ['人民网－人民日报', '人民日報', NATIONAL],
])('%s', (name, canonical, province) => {
  const outlet = findOutlet(name);
  expect(outlet?.name).toBe(canonical);
  expect(outlet && outletProvinceOf(outlet)).toBe(province);
});

test.each(['', '某某日报', '创新日报', '新闻网', '互联网', '山西', `${'长'.repeat(100)}日报`])(
  'no outlet: %s',
  (name) => {
    expect(findOutlet(name)).toBeNull();
  },
);

test('the longest listed name in a file name or title', () => {
  expect(outletIn('2024 山西新聞網 要聞')).toMatchObject({ outlet: { name: '山西新聞網' }, start: 5, end: 10 });
  expect(outletIn('新京报快评')?.outlet.name).toBe('新京報');
  expect(outletIn('改革进行时')).toBeNull();
});

test.each([
  ['https://opinion.people.com.cn/n1/c.html', '人民網'],
  ['http://epaper.hebnews.cn/', '河北新聞網'],
  ['//www.sxgov.cn:8080/a', '黃河新聞網'],
  ['https://www.gov.cn/yaowen/', '中國政府網'],
  ['https://www.shanxi.gov.cn/', undefined],
  ['https://notpeople.com.cn.example/', undefined],
  ['https://fakepeople.com.cn/', undefined],
  ['people.com.cn', undefined],
])('%s', (address, name) => {
  expect(outletOfAddress(address)?.name).toBe(name);
});
