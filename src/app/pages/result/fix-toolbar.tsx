import { t } from '../../base/i18n/i18n';
import { CharacterKey, type FixActions, type FixToolId, ToolButton } from './fix-controls';
import styles from './fix-toolbar.module.css';
import { MarkPad } from './mark-pad';

const DIGITS = [...'1234567890'];
const TOOLS: readonly FixToolId[] = ['accept', 'undo', 'redo', 'remove', 'add', 'split', 'merge'];

/** All corrections by touch or mouse: the digits as a pad, and the rest as tools. */
export function FixToolbar({ actions }: { readonly actions: FixActions }) {
  return (
    <section className={styles.fixer} aria-label={t('fix.title')} aria-busy={actions.isBusy}>
      {actions.hasDigit && (
        // Keypads run from left to right everywhere.
        <div className={styles.pad} dir="ltr">
          {DIGITS.map((digit) => (
            <CharacterKey key={digit} character={digit} actions={actions} />
          ))}
        </div>
      )}
      {actions.hasDigit && <MarkPad actions={actions} />}
      <div className={styles.tools}>
        {TOOLS.map((tool) => (
          <ToolButton key={tool} tool={tool} actions={actions} />
        ))}
      </div>
      {actions.isAdding && (
        <p className={styles.hint} role="status">
          {t('fix.drawHint')}
        </p>
      )}
    </section>
  );
}
