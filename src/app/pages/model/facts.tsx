import { formatBytes } from '../../base/i18n/format-bytes';
import { formatCount } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import { trainingClasses } from './class-counts';
import styles from './facts.module.css';
import type { CardNetwork, ModelCard } from './load-model-card';

/** The few numbers that tell the size of the thing. */
export function Facts({ card: { classifier, locator, line, dataset } }: { readonly card: ModelCard }) {
  const trained = dataset ? sum(trainingClasses(dataset)) : null;
  const networks = [locator, classifier, line];
  const { steps: locatorSteps } = locator.manifest;
  const { steps: classifierSteps } = classifier.manifest;
  const { steps: lineSteps } = line.manifest;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('model.facts.version'), networks.map(({ manifest }) => `${manifest.id} ${manifest.version}`).join(', ')],
    [t('model.facts.parameters'), formatCount(sum(networks.map(({ summary }) => summary.parameters)))],
    [t('model.facts.size'), formatBytes(sum(networks.map(networkBytes)))],
    [t('model.facts.trained'), trained === null ? null : formatCount(trained)],
    [
      t('model.facts.steps'),
      locatorSteps === undefined || classifierSteps === undefined || lineSteps === undefined
        ? null
        : t('model.facts.stepsValue', {
            locator: formatCount(locatorSteps),
            classifier: formatCount(classifierSteps),
            line: formatCount(lineSteps),
          }),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd>{value ?? t('model.missing')}</dd>
        </div>
      ))}
    </dl>
  );
}

function networkBytes({ manifest }: CardNetwork): number {
  return sum(manifest.files.map((file) => file.bytes));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
