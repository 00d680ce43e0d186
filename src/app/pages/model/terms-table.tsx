import { type MessageId, t } from '../../base/i18n/i18n';
import type { TrainingSet } from './card-files';
import { TableFrame } from './card-section';
import type { ModelCard } from './load-model-card';
import tableStyles from './table.module.css';

const TERMS: Readonly<Record<TrainingSet['terms'], MessageId>> = {
  open: 'model.terms.open',
  research: 'model.terms.research',
  'none-stated': 'model.terms.noneStated',
};

/** Every set that a network learned from, with its terms and the networks, from the manifests. */
export function TermsTable({ card: { locator, classifier, line, scripts } }: { readonly card: ModelCard }) {
  const networks = [locator, classifier, line].map(({ manifest }) => manifest).concat(scripts ?? []);
  const sets = new Map(networks.flatMap(({ dataSets }) => dataSets ?? []).map((set) => [set.id, set]));
  return (
    <TableFrame label={t('model.terms.title')}>
      <table className={tableStyles.table}>
        <caption>{t('model.terms.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('model.data.set')}</th>
            <th scope="col">{t('model.terms.networks')}</th>
            <th scope="col">{t('model.terms.terms')}</th>
            <th scope="col">{t('model.data.license')}</th>
          </tr>
        </thead>
        <tbody>
          {[...sets.values()].map(({ id, title, license, terms }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>
                {networks
                  .filter(({ dataSets }) => dataSets?.some((set) => set.id === id))
                  .map((network) => network.id)
                  .join(', ')}
              </td>
              <td>{t(TERMS[terms])}</td>
              <td className={tableStyles.words}>{license}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
