/**
 * The outline of the Decision, a category a line, in its order: number | id | Traditional | Simplified | English title.
 * The ids are the same in every corpus: never change one.
 */
export const decisionCategories = `
1 | ba04bb36-05fe-5bff-9922-0305f57feefd | 進一步全面深化改革、推進中國式現代化的重大意義和總體要求 | 进一步全面深化改革、推进中国式现代化的重大意义和总体要求 | Overall requirements and the significance of further deepening reform comprehensively and advancing Chinese modernisation
1·1 | b3400110-5d3a-5052-a141-f2882026b7a6 | 進一步全面深化改革的重要性和必要性 | 进一步全面深化改革的重要性和必要性 | Importance and necessity of further deepening reform comprehensively
1·2 | 32544308-fe23-5850-b290-9a8a90eebf3a | 進一步全面深化改革的指導思想 | 进一步全面深化改革的指导思想 | Guiding thought for further deepening reform comprehensively
1·3 | 0d971277-b030-5d6d-bee0-b7de3613cfba | 進一步全面深化改革的總目標 | 进一步全面深化改革的总目标 | Overall goal of further deepening reform comprehensively
1·4 | d839960e-f6e7-5f1d-bd41-523a980e7e1f | 進一步全面深化改革的原則 | 进一步全面深化改革的原则 | Principles of further deepening reform comprehensively
2 | a0677afb-1d89-57b2-be9a-b07fd55025b9 | 構建高水平社會主義市場經濟體制 | 构建高水平社会主义市场经济体制 | Building a high-standard socialist market economy
2·5 | 123f0fa9-e6fe-572e-af2d-9005123dbc07 | 堅持和落實“兩個毫不動搖” | 坚持和落实“两个毫不动摇” | Upholding the “two unswerving commitments” to the public and non-public sectors
2·6 | 93d1ed8e-c933-57ba-a5aa-6697935bc901 | 構建全國統一大市場 | 构建全国统一大市场 | Building a unified national market
2·7 | d7983d86-ab3f-50f9-be73-8e8fbff81197 | 完善市場經濟基礎制度 | 完善市场经济基础制度 | Improving the foundational institutions of the market economy
3 | 0b95d26a-bd70-5c22-8062-ac7fce313330 | 健全推動經濟高質量發展體制機制 | 健全推动经济高质量发展体制机制 | Institutions and mechanisms for high-quality economic development
3·8 | 0f6fa203-c8f6-59c0-b02e-1438d5aaaf82 | 健全因地制宜發展新質生產力體制機制 | 健全因地制宜发展新质生产力体制机制 | Institutions and mechanisms for developing new quality productive forces according to local conditions
3·9 | 3c0c951c-168c-52d1-b6e5-94d9f81188c7 | 健全促進實體經濟和數字經濟深度融合制度 | 健全促进实体经济和数字经济深度融合制度 | Institutions for deep integration of the real and digital economies
3·10 | 944e4c7b-4986-5d0e-90ec-81ec7eb80d8a | 完善發展服務業體制機制 | 完善发展服务业体制机制 | Institutions and mechanisms for developing the service sector
3·11 | f7c02e27-3bd3-57c4-b08c-573e542aaa9e | 健全現代化基礎設施建設體制機制 | 健全现代化基础设施建设体制机制 | Institutions and mechanisms for building modern infrastructure
3·12 | e6fd770d-500b-5df0-a4fa-4834b3dcb6d5 | 健全提升產業鏈供應鏈韌性和安全水平制度 | 健全提升产业链供应链韧性和安全水平制度 | Institutions for more resilient and secure industrial and supply chains
4 | ccf3593a-1efd-583e-a825-6c411a2d8097 | 構建支持全面創新體制機制 | 构建支持全面创新体制机制 | Institutions and mechanisms supporting all-round innovation
4·13 | 173c6097-0cd2-5f65-adcf-3f823a865200 | 深化教育綜合改革 | 深化教育综合改革 | Deepening comprehensive reform in education
4·14 | 64d01356-ec74-51fa-b019-9ea25248ec03 | 深化科技體制改革 | 深化科技体制改革 | Deepening structural reform in science and technology
4·15 | dee32018-f763-57d1-8c62-2cd8a03f3ee5 | 深化人才發展體制機制改革 | 深化人才发展体制机制改革 | Deepening institutional reform for talent development
5 | aed37362-5f48-5ab8-96e7-a1bb2f40cce5 | 健全宏觀經濟治理體系 | 健全宏观经济治理体系 | Improving the system of macroeconomic governance
5·16 | 9b8c1b1e-384f-53df-aa54-6923d6b5d71c | 完善國家戰略規劃體系和政策統籌協調機制 | 完善国家战略规划体系和政策统筹协调机制 | National strategic planning and policy coordination mechanisms
5·17 | 592be1df-cb38-5428-97eb-a4747d08cf3a | 深化財稅體制改革 | 深化财税体制改革 | Deepening reform of the fiscal and tax systems
5·18 | f08d37e6-f315-59f6-ae44-57cc6115df5e | 深化金融體制改革 | 深化金融体制改革 | Deepening reform of the financial system
5·19 | 3e53cf41-815a-5913-89b1-8b23c036f958 | 完善實施區域協調發展戰略機制 | 完善实施区域协调发展战略机制 | Mechanisms for implementing the coordinated regional development strategy
6 | e1aeb31f-6dea-58b2-a5da-e45f485eb6ef | 完善城鄉融合發展體制機制 | 完善城乡融合发展体制机制 | Institutions and mechanisms for integrated urban and rural development
6·20 | 4f1f4f53-75cc-5364-a8d1-4250632f9cdf | 健全推進新型城鎮化體制機制 | 健全推进新型城镇化体制机制 | Institutions and mechanisms for new-type urbanisation
6·21 | 64dea7c3-255b-567d-8fe6-3d3d71e817ac | 鞏固和完善農村基本經營制度 | 巩固和完善农村基本经营制度 | Consolidating and improving the basic rural operation system
6·22 | b6bd3ae6-7dee-5fcc-8dd6-62cae64b775a | 完善強農惠農富農支持制度 | 完善强农惠农富农支持制度 | Support systems to strengthen agriculture and to benefit and enrich farmers
6·23 | 00c87e2a-6d68-59a9-ab34-39aaf23ad5c6 | 深化土地制度改革 | 深化土地制度改革 | Deepening reform of the land system
7 | f08824d9-d3c5-5380-a8d3-f437bf2aef84 | 完善高水平對外開放體制機制 | 完善高水平对外开放体制机制 | Institutions and mechanisms for high-standard opening up
7·24 | 75c0913e-85e9-57bf-8ec3-afd316b2d7e7 | 穩步擴大制度型開放 | 稳步扩大制度型开放 | Steadily expanding institutional opening up
7·25 | ece5a1e4-71f5-5ae8-a4bb-5fa291541c60 | 深化外貿體制改革 | 深化外贸体制改革 | Deepening structural reform of foreign trade
7·26 | 782aa203-b5af-5afe-9334-cb24fca0a9e6 | 深化外商投資和對外投資管理體制改革 | 深化外商投资和对外投资管理体制改革 | Deepening reform of the management of inward and outward investment
7·27 | c0883f8a-bdd9-5c0d-bf7e-cc8cc4946b12 | 優化區域開放布局 | 优化区域开放布局 | Improving the regional layout of opening up
7·28 | fcb6db58-6807-5b9c-9ae6-cf7c8bea725d | 完善推進高質量共建“一帶一路”機制 | 完善推进高质量共建“一带一路”机制 | Mechanisms for high-quality Belt and Road cooperation
8 | 941b642f-da67-5e4b-8cbf-b95aaa588bf3 | 健全全過程人民民主制度體系 | 健全全过程人民民主制度体系 | Institutions of whole-process people’s democracy
8·29 | 472aa58d-0c3a-52f5-87e2-c5f0dbc52bdd | 加強人民當家作主制度建設 | 加强人民当家作主制度建设 | Strengthening institutions through which the people run the country
8·30 | 9af4d6f5-8dcc-580e-9908-f5148d549fa4 | 健全協商民主機制 | 健全协商民主机制 | Improving mechanisms of consultative democracy
8·31 | b2637bd9-39cd-5aae-9a9d-3ec3aa97971a | 健全基層民主制度 | 健全基层民主制度 | Improving institutions of primary-level democracy
8·32 | 819ac86e-aa0a-5f17-aaf8-3fa6f45b3746 | 完善大統戰工作格局 | 完善大统战工作格局 | Improving the framework of broad united front work
9 | f5a54db0-f32b-5cc7-8eb3-9c9bd1642f2b | 完善中國特色社會主義法治體系 | 完善中国特色社会主义法治体系 | The socialist rule-of-law system with Chinese characteristics
9·33 | 5212e36f-24a5-55c7-ba88-5580ccd4406c | 深化立法領域改革 | 深化立法领域改革 | Deepening reform in legislation
9·34 | 7af5d41a-2c07-535d-ad0e-9a24f0e94222 | 深入推進依法行政 | 深入推进依法行政 | Further advancing law-based government administration
9·35 | a418afea-2727-52ec-8c90-3b6b8541f237 | 健全公正執法司法體制機制 | 健全公正执法司法体制机制 | Institutions and mechanisms for impartial law enforcement and administration of justice
9·36 | 6ba2c006-56c9-5448-ae71-ed97f72aecd7 | 完善推進法治社會建設機制 | 完善推进法治社会建设机制 | Mechanisms for building a law-based society
9·37 | 80a42fbe-6b64-5f51-92e5-e1a21c705e20 | 加強涉外法治建設 | 加强涉外法治建设 | Strengthening the rule of law in foreign-related affairs
10 | d27b25d4-d341-5ea8-bd59-5ea07cef3dc1 | 深化文化體制機制改革 | 深化文化体制机制改革 | Deepening reform of cultural institutions and mechanisms
10·38 | e8b770ea-e65a-5946-b7e1-b9fa80830f81 | 完善意識形態工作責任制 | 完善意识形态工作责任制 | Improving the responsibility system for ideological work
10·39 | c552e7d0-b37d-5011-8367-2d3ea65e2022 | 優化文化服務和文化產品供給機制 | 优化文化服务和文化产品供给机制 | Improving the supply of cultural services and products
10·40 | 95ece160-8eaf-58d3-bfa2-bd20bff078fc | 健全網絡綜合治理體系 | 健全网络综合治理体系 | Improving the system of comprehensive internet governance
10·41 | 033f7cd2-c10c-5a57-956b-21bdd2cf83ce | 構建更有效力的國際傳播體系 | 构建更有效力的国际传播体系 | Building a more effective international communication system
11 | d3beb253-7e0a-5bc5-9369-1ffb1e642695 | 健全保障和改善民生制度體系 | 健全保障和改善民生制度体系 | Institutions for securing and improving people’s livelihoods
11·42 | d2362816-93b2-58df-aaab-4f19c9b21fb3 | 完善收入分配制度 | 完善收入分配制度 | Improving the system of income distribution
11·43 | a704605c-7acc-561e-ad08-a15fd665cf91 | 完善就業優先政策 | 完善就业优先政策 | Improving employment-first policy
11·44 | cbb2a9dd-f18b-54c3-9fba-680726342c23 | 健全社會保障體系 | 健全社会保障体系 | Improving the social security system
11·45 | f9c9bea1-baf9-5c3b-8a67-f141966c6677 | 深化醫藥衛生體制改革 | 深化医药卫生体制改革 | Deepening reform of the medical and health care system
11·46 | 75b39889-f36c-5d40-a3d8-5b6e56ecff32 | 健全人口發展支持和服務體系 | 健全人口发展支持和服务体系 | Support and service system for population development
12 | 3ddce487-c338-54c9-8d61-64ec005ad150 | 深化生態文明體制改革 | 深化生态文明体制改革 | Deepening reform of the ecological civilisation system
12·47 | 94d6c5cf-9aea-52b1-aacf-484089007c4c | 完善生態文明基礎體制 | 完善生态文明基础体制 | Improving the foundational institutions of ecological civilisation
12·48 | 8bb03429-1064-51e7-900f-ee81dc781ab3 | 健全生態環境治理體系 | 健全生态环境治理体系 | Improving the system of ecological and environmental governance
12·49 | 825703b8-c1fc-536d-ba83-a34c84eec1f3 | 健全綠色低碳發展機制 | 健全绿色低碳发展机制 | Mechanisms for green and low-carbon development
13 | 4cae6e83-35bd-56a5-9c73-009a9384c25a | 推進國家安全體系和能力現代化 | 推进国家安全体系和能力现代化 | Modernising the national security system and capacity
13·50 | 58f4da4f-c67a-5106-909d-347f06e027ae | 健全國家安全體系 | 健全国家安全体系 | Improving the national security system
13·51 | 1c07066a-91e2-5943-a08b-452d2f01a71e | 完善公共安全治理機制 | 完善公共安全治理机制 | Improving mechanisms of public safety governance
13·52 | 68074c25-f4fe-586a-a912-15b6353e22c3 | 健全社會治理體系 | 健全社会治理体系 | Improving the system of social governance
13·53 | 317556ed-236c-5a60-8352-1998024b8f20 | 完善涉外國家安全機制 | 完善涉外国家安全机制 | Improving foreign-related national security mechanisms
14 | ea518e1a-1534-522b-9277-ac1e349393fc | 持續深化國防和軍隊改革 | 持续深化国防和军队改革 | Continuing to deepen national defence and military reform
14·54 | 363db747-b90c-50e4-98a8-f8d0496c2f8c | 完善人民軍隊領導管理體制機制 | 完善人民军队领导管理体制机制 | Improving leadership and management of the people’s armed forces
14·55 | 1b5635ea-aea8-5ceb-8ece-fe4faeb1e597 | 深化聯合作戰體系改革 | 深化联合作战体系改革 | Deepening reform of the joint operations system
14·56 | 3ccff68c-b974-5b4c-834c-f15202871928 | 深化跨軍地改革 | 深化跨军地改革 | Deepening reform across military and civilian sectors
15 | 10b7524e-406c-5dbe-8590-cae39e3fb798 | 提高黨對進一步全面深化改革、推進中國式現代化的領導水平 | 提高党对进一步全面深化改革、推进中国式现代化的领导水平 | Raising the Party’s capacity to lead further comprehensive reform and Chinese modernisation
15·57 | 6a2c3aef-4f9b-5006-bd0b-b528df922181 | 堅持黨中央對進一步全面深化改革的集中統一領導 | 坚持党中央对进一步全面深化改革的集中统一领导 | Upholding the Party Central Committee’s centralised, unified leadership over reform
15·58 | 9ca288d4-05b9-5395-badb-2cac48d180d7 | 深化黨的建設制度改革 | 深化党的建设制度改革 | Deepening reform of the Party-building system
15·59 | c88b9217-76c6-53da-b41c-f696d2160fec | 深入推進黨風廉政建設和反腐敗鬥爭 | 深入推进党风廉政建设和反腐败斗争 | Further improving Party conduct, upholding integrity and fighting corruption
15·60 | 6adad889-5aa3-5577-b535-be1e8b9656b6 | 以釘釘子精神抓好改革落實 | 以钉钉子精神抓好改革落实 | Carrying reform through with the persistence of hammering in nails
`;
