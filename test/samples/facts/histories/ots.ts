/** Summits and chairmanships of the Organization of Turkic States, the Turkic Council until 2021. */
import type { History } from '../histories.ts';

export const ots: History = {
  organization: 'ots',
  meetings: [
    { id: 'ots-summit-2011-almaty', date: '2011-10-21', city: 'Almaty', host: 'KAZ', ordinal: 1 },
    { id: 'ots-summit-2012-bishkek', date: '2012-08-23', city: 'Bishkek', host: 'KGZ', ordinal: 2 },
    { id: 'ots-summit-2013-gabala', date: '2013-08-16', city: 'Gabala', host: 'AZE', ordinal: 3 },
    { id: 'ots-summit-2014-bodrum', date: '2014-06-05', city: 'Bodrum', host: 'TUR', ordinal: 4 },
    { id: 'ots-summit-2015-astana', date: '2015-09-11', city: 'Astana', host: 'KAZ', ordinal: 5 },
    {
      id: 'ots-summit-2018-cholpon-ata',
      date: '2018-09-03',
      stated: '2018-09-02',
      city: 'Cholpon-Ata',
      host: 'KGZ',
      ordinal: 6,
    },
    { id: 'ots-summit-2019-baku', date: '2019-10-15', city: 'Baku', host: 'AZE', ordinal: 7 },
    {
      id: 'ots-summit-2021-istanbul',
      date: '2021-11-12',
      stated: '2021-11-14',
      city: 'Istanbul',
      host: 'TUR',
      ordinal: 8,
    },
    { id: 'ots-summit-2022-samarkand', date: '2022-11-11', city: 'Samarkand', host: 'UZB', ordinal: 9 },
    { id: 'ots-summit-2023-astana', date: '2023-11-03', city: 'Astana', host: 'KAZ', ordinal: 10 },
    { id: 'ots-summit-2024-bishkek', date: '2024-11-06', city: 'Bishkek', host: 'KGZ', ordinal: 11 },
    { id: 'ots-summit-2025-gabala', date: '2025-10-07', city: 'Gabala', host: 'AZE', ordinal: 12 },
    // Outside the numbering.
    { id: 'ots-extraordinary-summit-2020', date: '2020-04-10', mode: 'online' },
    { id: 'ots-informal-summit-2021', date: '2021-03-31', host: 'KAZ', mode: 'online' },
    { id: 'ots-extraordinary-summit-2023-ankara', date: '2023-03-16', city: 'Ankara', host: 'TUR' },
    { id: 'ots-informal-summit-2024-shusha', date: '2024-07-06', city: 'Shusha', host: 'AZE' },
    { id: 'ots-informal-summit-2025-budapest', date: '2025-05-21', city: 'Budapest', host: 'HUN' },
    { id: 'ots-informal-summit-2026', date: 2026, host: 'KAZ', status: 'planned' },
  ],
  terms: [
    { id: 'ots-chair-2012-kgz', from: '2012-08-23', to: '2013-08-16' },
    { id: 'ots-chair-2013-aze', from: '2013-08-16', to: '2014-06-05' },
    { id: 'ots-chair-2014-tur', from: '2014-06-05', to: '2015-09-11' },
    { id: 'ots-chair-2015-kaz', from: '2015-09-11', to: '2018-09-03' },
    { id: 'ots-chair-2018-kgz', from: '2018-09-03', to: '2019-10-15' },
    { id: 'ots-chair-2019-aze', from: '2019-10-15', to: '2021-11-12' },
    { id: 'ots-chair-2021-tur', from: '2021-11-12', to: '2022-11-11' },
    { id: 'ots-chair-2022-uzb', from: '2022-11-11', to: '2023-11-03' },
    { id: 'ots-chair-2023-kaz', from: '2023-11-03', to: '2024-11-06' },
    { id: 'ots-chair-2024-kgz', from: '2024-11-06', to: '2025-10-07' },
    { id: 'ots-chair-2025-aze', from: '2025-10-07' },
  ],
};
