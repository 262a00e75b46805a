/** All tools for assistants, and how one of them is used: the same in the editor and on the command line. */
import { checkDraft } from './check-draft.ts';
import { chosenDataset, DATASET_INPUT, type KnownDataset, titleOf } from './datasets.ts';
import { describeKind } from './describe-kind.ts';
import { findRecords } from './find-records.ts';
import { readInput } from './input.ts';
import { readRecord } from './read-record.ts';
import { answerText, plainData } from './text.ts';
import { timeline } from './timeline.ts';
import { type Asked, type DataMap, type InputSchema, Misuse, type Tool } from './tool.ts';

/** In the order in which lists show them. */
export const tools: readonly Tool[] = [findRecords, readRecord, checkDraft, timeline, describeKind];

/** What a tool may be asked, with the dataset that it is asked about. */
export function inputOf({ input }: Tool): InputSchema {
  return { ...input, properties: { ...input.properties, dataset: DATASET_INPUT } };
}

/** An answer as text and as data, or why there is none, as a sentence for whoever asks. */
export type Answer =
  | { readonly text: string; readonly data: DataMap; readonly isMisuse?: undefined }
  | { readonly text: string; readonly isMisuse: true };

/** Who asks, and what about. */
export interface Question<T extends KnownDataset> {
  readonly tool: string;
  readonly input: unknown;
  readonly datasets: readonly T[];
  /** URI of the file that somebody looks at. */
  readonly active?: string | undefined;
  readonly keeper: (dataset: T) => Omit<Asked, 'workspace'>;
}

/** Uses a tool. What the asker has got wrong is an answer, too; anything else that is thrown is a fault. */
export async function useTool<T extends KnownDataset>(question: Question<T>): Promise<Answer> {
  try {
    const tool = tools.find(({ name }) => name === question.tool);
    if (!tool)
      throw new Misuse(`There is no tool of this name: there are ${tools.map(({ name }) => name).join(', ')}.`);
    const { dataset: asked, ...input } = readInput(inputOf(tool), question.input);
    const dataset = chosenDataset(question.datasets, asked as string | undefined, question.active);
    const { workspace } = dataset;
    const found = await tool.run({ workspace, ...question.keeper(dataset) }, input);
    const data = plainData({ dataset: titleOf(dataset), ...found });
    return { text: answerText(data), data };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return { text: error.message, isMisuse: true };
  }
}
