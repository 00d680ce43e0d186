import { MODEL_CONTRACT } from '../contract/model-contract';
import type { ClassifierCalibration } from '../contract/model-manifest';
import type { Prediction, Verdict } from '../contract/recognition';

const { labelCount } = MODEL_CONTRACT.classifier;

/**
 * Calibrated probabilities and a verdict from the classifier's logits, by temperature scaling (Guo et al. 2017).
 *
 * @param logits `labelCount + 1` values, the last for 'not a digit'
 */
export function predict(logits: Float32Array, calibration: ClassifierCalibration): Prediction {
  const probabilities = softmax(logits, calibration.temperature);
  const notDigitProbability = probabilities[labelCount] ?? 0;
  const ranked = Array.from(probabilities.subarray(0, labelCount), (probability, label) => ({
    label,
    probability,
  })).sort((a, b) => b.probability - a.probability || a.label - b.label);
  return {
    ranked,
    notDigitProbability,
    verdict: verdictOf(ranked[0]?.probability ?? 0, notDigitProbability, calibration),
  };
}

function verdictOf(
  best: number,
  notDigit: number,
  { sureThreshold, notDigitThreshold }: ClassifierCalibration,
): Verdict {
  if (notDigit >= notDigitThreshold) return 'not-a-digit';
  return best >= sureThreshold ? 'sure' : 'check';
}

/** Of logits that were divided by the temperature. */
export function softmax(logits: Float32Array, temperature: number): Float64Array {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(logits, (logit) => Math.exp((logit - largest) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
