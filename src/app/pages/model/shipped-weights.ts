import type { ModelCard } from './load-model-card';

/** SHA-256 of the shipped classifier's weights: figures made with others are older. */
export function shippedWeights({ classifier }: ModelCard): string | undefined {
  return classifier.manifest.files.find((file) => file.path.endsWith('.bin'))?.sha256;
}
