import type { ReactNode } from 'react';
import styles from './number-group.module.css';

/** The characters of one number: they stay together on a line as long as there is room. */
export function NumberGroup({ children }: { readonly children: ReactNode }) {
  return <span className={styles.group}>{children}</span>;
}
