import styles from './brand-mark.module.css';
/** The sign of the app: a handwritten 7 in the box that the reader draws around a digit. */
export function BrandMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" width="28" height="28" aria-hidden>
      <rect className={styles.box} x="3" y="3" width="26" height="26" rx="6" />
      <path
        className={styles.ink}
        d="M10.5 10.2c3.6.5 7.4.5 11 0-3.2 3.6-5.4 7.6-6.6 12.6M12.6 16.8c2.4-.2 4.6-.5 6.8-.9"
      />
    </svg>
  );
}
