import { i18n } from './i18n';

/**
 * A probability as a percentage with one decimal. Rounding never claims certainty: what is below 1 reads at most
 * '> 99.9%', what is above 0 at least '< 0.1%'.
 */
export function formatProbability(probability: number): string {
  if (probability < 1 && probability >= 0.9995) {
    return `> ${percent(0.999)}`;
  }
  if (probability > 0 && probability < 0.0005) {
    return `< ${percent(0.001)}`;
  }
  return percent(probability);
}

function percent(probability: number): string {
  return i18n.number(probability, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
