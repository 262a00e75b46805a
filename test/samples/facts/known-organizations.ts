/** What the documents say of organizations and bodies that the registry has, so that the sample need not write them. */
import { facts } from './fact.ts';

export const knownOrganizations = [
  ...facts('Trend 2025-10-07', {
    'organization/ots': [
      ['name', 'name', 'Organization of Turkic States'],
      ['abbreviation', 'abbreviation', 'OTS'],
    ],
    'organization/ots-chs': [
      ['Council of Heads of State', 'name', /Council of Heads of State/],
      ['of the OTS', 'parent', 'ots'],
      ['its level', 'level', 'heads-of-state'],
    ],
    'organization/cica': [
      ['name', 'name', 'Conference on Interaction and Confidence-Building Measures in Asia'],
      ['abbreviation', 'abbreviation', 'CICA'],
      ['still a forum', 'type', 'forum'],
    ],
  }),
  ...facts('TASS 2025-01-01', {
    'organization/csto': [
      ['name', 'name', 'Collective Security Treaty Organization'],
      ['abbreviation', 'abbreviation', 'CSTO'],
    ],
    'organization/csto-csc': [
      ['Collective Security Council', 'name', /Collective Security Council/],
      ['of the CSTO', 'parent', 'csto'],
    ],
    'organization/csto-secretariat': [['the Secretary General has a secretariat', 'parent', 'csto']],
    'organization/cis': [
      ['name', 'name', 'Commonwealth of Independent States'],
      ['abbreviation', 'abbreviation', 'CIS'],
    ],
    'organization/sco': [
      ['the spelling of the report finds it', 'aliases[]', 'Shanghai Cooperation Organization'],
      ['its own spelling', 'name', 'Shanghai Cooperation Organisation'],
      ['abbreviation', 'abbreviation', 'SCO'],
    ],
  }),
  ...facts('The Astana Times 2025-10-07', {
    'organization/tcci': [
      ['name', 'name', 'Turkic Chamber of Commerce and Industry'],
      ['not a state’s', 'type', 'business-association'],
    ],
    'organization/turkic-academy': [
      ['the name of the report finds it', 'names[].text', 'Turkic Academy'],
      ['affiliated to the OTS', 'affiliated_to[]', 'ots'],
      ['no part of it', 'parent', undefined],
    ],
    'organization/ots-council-of-elders': [
      ['Council of Elders', 'name', /Council of Elders/],
      ['of the OTS', 'parent', 'ots'],
    ],
  }),
  ...facts('Trend 2025-09-12', {
    'organization/ots': [
      ['former name', 'names[type=former].text', 'Turkic Council'],
      ['longer former name', 'names[type=former].text', 'Cooperation Council of Turkic Speaking States'],
      ['the slip in the lead finds it', 'aliases[]', 'Organizations of Turkic States'],
      ['the name in the quotation finds it', 'aliases[]', 'Turkic States Organization'],
      ['its seat', 'seat.city', 'Istanbul'],
      ['in Türkiye', 'seat.state', 'TUR'],
    ],
    'organization/ots-secretariat': [
      ['General Secretariat', 'aliases[]', 'General Secretariat of the OTS'],
      ['in Istanbul', 'seat.city', 'Istanbul'],
      ['of the OTS', 'parent', 'ots'],
    ],
    'organization/ots-security-council-secretaries': [
      ['Security Council Secretaries', 'aliases[]', 'OTS Security Council Secretaries'],
      ['their level', 'level', 'security-council-secretaries'],
      ['of the OTS', 'parent', 'ots'],
    ],
  }),
  ...facts('Foreign Ministry of Kazakhstan 2017-07-17', {
    'organization/csto': [
      ['successor of the treaty', 'predecessor', 'cst'],
      ['in force', 'founded.in_force', '2003-09-18'],
    ],
    'organization/cst': [
      ['signed', 'founded.signed', '1992-05-15'],
      ['in Tashkent', 'founded.place', 'Tashkent'],
    ],
    'organization/csto-cfm': [
      ['Council of Foreign Ministers', 'name', /Council of Foreign Ministers/],
      ['its other name finds it', 'aliases[]', 'CSTO Foreign Ministers Council'],
      ['of the CSTO', 'parent', 'csto'],
      ['its level', 'level', 'foreign-ministers'],
    ],
    'organization/csto-ccc': [
      ['the name of the page finds it', 'aliases[]', 'CSTO Coordination and Consultation Center'],
      ['of the CSTO', 'parent', 'csto'],
    ],
    'organization/csto-working-group-afghanistan': [
      ['Working Group on Afghanistan', 'name', /Working Group on Afghanistan/],
      ['under the ministers, who are under the CSTO', 'parent', 'csto-cfm'],
      ['on Afghanistan', 'concerns[]', 'AFG'],
    ],
    'organization/un': [
      ['name', 'name', 'United Nations'],
      ['abbreviation', 'abbreviation', 'UN'],
    ],
  }),
];
