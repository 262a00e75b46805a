/** Summits of the CICA, the meetings of ministers at which its chair passed, and its chairs. */
import type { History } from '../histories.ts';

export const cica: History = {
  organization: 'cica',
  meetings: [
    { id: 'cica-summit-2002-almaty', date: '2002-06-04', city: 'Almaty', host: 'KAZ', ordinal: 1 },
    { id: 'cica-summit-2006-almaty', date: '2006-06-17', city: 'Almaty', host: 'KAZ', ordinal: 2 },
    {
      id: 'cica-summit-2010-istanbul',
      date: '2010-06-08',
      stated: '2010-06-07/2010-06-09',
      city: 'Istanbul',
      host: 'TUR',
      ordinal: 3,
    },
    { id: 'cica-summit-2014-shanghai', date: '2014-05-20/2014-05-21', city: 'Shanghai', host: 'CHN', ordinal: 4 },
    { id: 'cica-summit-2019-dushanbe', date: '2019-06-15', city: 'Dushanbe', host: 'TJK', ordinal: 5 },
    { id: 'cica-summit-2022-astana', date: '2022-10-12/2022-10-13', city: 'Astana', host: 'KAZ', ordinal: 6 },
    { id: 'cica-summit-2026-baku', date: 2026, city: 'Baku', host: 'AZE', ordinal: 7, status: 'planned' },
    { id: 'cica-ministerial-2018-new-york', date: '2018-09-24', city: 'New York' },
    { id: 'cica-ministerial-2020-online', date: '2020-09-24', mode: 'online' },
    { id: 'cica-ministerial-2024-online', date: '2024-12-17', host: 'AZE', ordinal: 7, mode: 'online' },
  ],
  terms: [
    { id: 'cica-chair-2002-kaz', from: '2002-06-04', to: '2010-06-08' },
    { id: 'cica-chair-2010-tur', from: '2010-06-08', to: '2014-05-21' },
    { id: 'cica-chair-2014-chn', from: '2014-05-21', to: '2018-09-24' },
    { id: 'cica-chair-2018-tjk', from: '2018-09-24', to: '2020-09-24' },
    { id: 'cica-chair-2020-kaz', from: '2020-09-24', to: '2024-12-17' },
    { id: 'cica-chair-2024-aze', from: '2024-12-17' },
  ],
};
