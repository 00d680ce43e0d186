import styles from './reading-sketch.module.css';
/** What the app does, as a drawing: three handwritten digits, two read for sure, one marked for a second look. */
export function ReadingSketch() {
  return (
    <svg className={styles.sketch} viewBox="0 0 300 132" aria-hidden>
      <g className={styles.rules}>
        <path d="M0 28.5h300M0 62.5h300M0 96.5h300" />
      </g>
      <g className={styles.ink}>
        <path d="M66 31c-6 15-13 27-22 38 14-2 30-4 45-3M77 44c0 17-2 33-5 51" />
        <path d="M152 32c-15 2-25 19-25 36 0 15 8 26 19 25 15-1 25-18 25-35 0-16-8-27-19-26z" />
        <path d="M207 37c15 2 31 2 47-1-13 16-21 34-26 59M214 66c11-1 22-2 32-5" />
      </g>
      <g className={`${styles.box} ${styles.sure}`}>
        <rect x="34" y="21" width="64" height="84" rx="6" />
        <rect x="117" y="21" width="64" height="84" rx="6" />
      </g>
      <g className={`${styles.box} ${styles.check}`}>
        <rect x="200" y="21" width="64" height="84" rx="6" />
      </g>
      <g className={styles.badge}>
        <circle cx="264" cy="21" r="11" />
        <path d="M260.7 18.6c.3-2 1.800-3.100 3.400-3.100 1.900 0 3.300 1.300 3.300 3 0 2.300-3.300 2.300-3.300 4.700M264.100 26.600v.1" />
      </g>
    </svg>
  );
}
