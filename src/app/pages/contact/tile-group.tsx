import { Check } from 'lucide-react';
import { writtenIn } from '../../../contract/numeral-scripts';
import { writtenCode } from '../../../corrections/fixed-reading';
import { t } from '../../base/i18n/i18n';
import { GlyphCanvas } from '../../parts/picture/glyph-canvas';
import type { DoubtGroup, DoubtTile } from './doubt-tiles';
import styles from './tile-group.module.css';

interface TileGroupProps {
  readonly group: DoubtGroup;
  readonly openKeys: ReadonlySet<string>;
  /** Those that were selected as wrong. */
  readonly picked: ReadonlySet<string>;
  readonly activeKey: string | null;
  readonly nameOf: (pictureId: string) => string;
  /** What stands there now. */
  readonly textOf: (tile: DoubtTile) => string;
  readonly onPick: (tile: DoubtTile) => void;
  readonly onFocus: (tile: DoubtTile) => void;
  readonly onAccept: () => void;
}

/** All tiles that were read as the same; whoever is wrong among them catches the eye. */
export function TileGroup(props: TileGroupProps) {
  const { group, openKeys, picked, activeKey, nameOf, textOf, onPick, onFocus, onAccept } = props;
  const open = group.tiles.filter(({ key }) => openKeys.has(key));
  const rest = open.filter(({ key }) => !picked.has(key)).length;
  return (
    <section className={styles.group} aria-labelledby={`group ${group.key}`}>
      <div className={styles.head}>
        <h2 id={`group ${group.key}`}>{groupWords(group, open.length)}</h2>
        {rest > 0 && (
          <button type="button" className="button button--primary" onClick={onAccept}>
            <Check size={20} aria-hidden />
            {t(rest < open.length ? 'contact.acceptRest' : 'contact.accept', { count: rest })}
          </button>
        )}
        {rest === 0 && open.length > 0 && <p className={styles.left}>{t('contact.left', { count: open.length })}</p>}
      </div>
      <ul className={styles.tiles}>
        {group.tiles.map((tile) => {
          const isOpen = openKeys.has(tile.key);
          const name = { text: textOf(tile), name: nameOf(tile.pictureId) };
          return (
            <li key={tile.key}>
              <button
                type="button"
                className={styles.tile}
                data-tile={tile.key}
                data-done={!isOpen || undefined}
                aria-pressed={picked.has(tile.key)}
                aria-label={t(isOpen ? 'contact.tile' : 'contact.tile.done', name)}
                tabIndex={tile.key === activeKey ? 0 : -1}
                onClick={() => onPick(tile)}
                onFocus={() => onFocus(tile)}
              >
                {tile.characters.map((character) =>
                  character.glyph ? (
                    <GlyphCanvas key={character.id} glyph={character.glyph} />
                  ) : (
                    <span key={character.id} className={styles.mark}>
                      {character.code === null ? '?' : writtenCode(character)}
                    </span>
                  ),
                )}
                {(!isOpen || tile.isWhole) && <bdi className={styles.text}>{textOf(tile) || '–'}</bdi>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function groupWords({ kind, tiles }: DoubtGroup, count: number): string {
  const [tile] = tiles;
  const code = tile ? writtenIn(tile.text, tile.characters[0]!.script) : '';
  if (count === 0) {
    const name = { digit: code, mark: code, blank: t('contact.group.blanks'), number: t('contact.group.numbers') }[
      kind
    ];
    return t('contact.group.done', { name });
  }
  switch (kind) {
    case 'digit':
      return t('contact.group', { count, code });
    case 'mark':
      return t('contact.group.mark', { count, code });
    case 'blank':
      return t('contact.group.blank', { count });
    case 'number':
      return t('contact.group.number', { count });
  }
}
