/** The eleven quotations in the documents, word for word, and the records that carry them. */

export interface Quotation {
  readonly source: string;
  readonly speaker: string;
  readonly text: string;
  /** `kind/id` of every record that has it. */
  readonly records: readonly string[];
}

const tokayev = 'kassym-jomart-tokayev';
const japarov = 'sadyr-japarov';
const gabala = 'summit/ots-summit-2025-gabala';

export const quotations: readonly Quotation[] = [
  {
    source: 'trend-2025-10-07-4100562',
    speaker: tokayev,
    text: 'I propose establishing a Cybersecurity Council within the Organization',
    records: ['proposal/kaz-ots-cybersecurity-council-2025'],
  },
  {
    source: 'trend-2025-10-07-4100562',
    speaker: tokayev,
    text: 'I express my gratitude to Azerbaijan and all Turkic countries for supporting the process of transforming CICA into a full-fledged international organization. Turkic states share a common goal, strengthening security and countering terrorism, and in this direction, we have built effective cooperation',
    records: ['proposal/cica-transformation'],
  },
  {
    source: 'tass-2025-01-01-1894861',
    speaker: japarov,
    text: 'We will take measures to reinforce the peacekeeping capacity of the CSTO, including by enhancing the activities of the special representative of the CSTO secretary general on peacekeeping issues. Sharing best practices to improve the training system for military personnel is critical',
    records: ['proposal/kgz-csto-peacekeeping-2025', 'proposal/kgz-csto-military-training-2025'],
  },
  {
    source: 'tass-2025-01-01-1894861',
    speaker: japarov,
    text: 'special emphasis would be placed on fostering practical collaboration within existing operations.',
    records: ['proposal/kgz-csto-existing-operations-2025'],
  },
  {
    source: 'tass-2025-01-01-1894861',
    speaker: japarov,
    text: 'solutions to current challenges.',
    records: ['proposal/kgz-csto-cybersecurity-conference-2025'],
  },
  {
    source: 'astana-times-2025-10-07',
    speaker: tokayev,
    text: 'The current geopolitical situation is extremely complex. Therefore, Turkic countries must act together in our shared interests',
    records: [gabala],
  },
  {
    source: 'astana-times-2025-10-07',
    speaker: tokayev,
    text: 'We must harness the potential of digitalization and artificial intelligence for the benefit of our people, while also preventing the risks and challenges associated with new technologies',
    records: [gabala],
  },
  {
    source: 'astana-times-2025-10-07',
    speaker: tokayev,
    text: 'Given that river water resources are our common heritage, we need new approaches to ensure their efficient use',
    records: [gabala],
  },
  {
    source: 'astana-times-2025-10-07',
    speaker: tokayev,
    text: 'We must nurture the younger generation in the spirit of brotherhood and strengthen the cultural integration of our youth',
    records: ['proposal/kaz-ots-youth-cultural-integration-2025'],
  },
  {
    source: 'trend-2025-09-12-4089872',
    speaker: japarov,
    text: 'Our collaboration spans a wide range of areas, from foreign policy, trade, energy, and green economy to tourism, digitalization, and even space exploration. This engagement continues to expand. The Turkic States Organization now holds a significant position in regional and international stability',
    records: ['summit/ots-security-secretaries-2025-bishkek-audience'],
  },
  {
    source: 'trend-2025-09-12-4089872',
    speaker: japarov,
    text: 'Kyrgyzstan seeks peaceful and diplomatic solutions to conflicts. We believe this approach forms the basis of genuine partnership and sustainable development',
    records: ['proposal/kgz-ots-peaceful-settlement-2025'],
  },
];
