import { seededRandom } from '../../src/cli/seeded-random';
import type { CorpusFile } from './corpus-file';
import { mutate } from './mutate';

/** The damaged file of a number: the same in every browser and in Node for the same corpus and seed. */
export function mutant(corpus: readonly CorpusFile[], seed: string, index: number): CorpusFile {
  const random = seededRandom(`${seed} ${index}`);
  const { name, bytes } = random.pick(corpus);
  const [, extension] = name.split('.');
  const alike = corpus.filter((other) => other.name !== name && other.name.endsWith(`.${extension}`));
  const other = random.pick(alike.length > 0 && random.uniform() < 0.8 ? alike : corpus);
  return { name, bytes: mutate(bytes, random, other.bytes) };
}
