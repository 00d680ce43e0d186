import { type ReactNode, useId } from 'react';
import { t } from '../../base/i18n/i18n';
import styles from './card-section.module.css';

interface CardSectionProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One subject of the card: a heading and a short sentence that says what is to be seen. */
export function CardSection({ title, lead, children }: CardSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Stands where a figure would be: it has not been measured, and nothing is invented in its place. */
export function MissingFigure({ words = t('model.missing') }: { readonly words?: string }) {
  return <p className={`sheet ${styles.missing}`}>{words}</p>;
}

/** A wide table scrolls in its own frame, also by keyboard. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className={`sheet ${styles.frame}`} aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
