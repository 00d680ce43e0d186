import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { findCharacter, writtenCode } from '../../../corrections/fixed-reading';
import { takesLetters } from '../../../corrections/takes-letters';
import { type MessageId, t } from '../../base/i18n/i18n';
import { useHistoryKeys } from '../../parts/page/history-keys';
import { useServices } from '../../work/session/services';
import { tileCommandOf } from './contact-keys';
import { acceptEdit, type DoubtGroup, type DoubtTile, groupTiles, isOpen, numberOf } from './doubt-tiles';
import { tileBeside } from './tile-beside';
import type { ContactSheet } from './use-contact-sheet';

/** Which tile is active, which are selected as wrong, and what keys and buttons do to them. */
export function useTiles(sheet: ContactSheet) {
  const { announcement } = useServices();
  const [, navigate] = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [typing, setTyping] = useState<{ readonly key: string; readonly text: string } | null>(null);
  const groups = useMemo(() => groupTiles(sheet.tiles), [sheet.tiles]);
  const inOrder = groups.flatMap(({ tiles }) => tiles);
  const isTileOpen = (tile: DoubtTile) => {
    const reading = sheet.pictures.get(tile.pictureId)?.reading;
    return reading !== undefined && isOpen(tile, reading);
  };
  const mayBeLetter = ({ pictureId }: DoubtTile) => {
    const picture = sheet.pictures.get(pictureId);
    return picture !== undefined && takesLetters(picture.reading, picture.corrections.expectation);
  };
  const openKeys = new Set(inOrder.filter(isTileOpen).map(({ key }) => key));
  const active = inOrder.find(({ key }) => key === activeKey) ?? inOrder.find(({ key }) => openKeys.has(key)) ?? null;

  const focus = (key: string | null) => {
    setActiveKey(key);
    list.current?.querySelector<HTMLElement>(`[data-tile="${key}"]`)?.focus();
  };
  const isReady = sheet.phase === 'ready';
  useLayoutEffect(() => {
    if (isReady) list.current?.querySelector<HTMLElement>('[data-tile][tabindex="0"]')?.focus({ preventScroll: true });
  }, [isReady]);

  const textOf = (tile: DoubtTile): string => {
    const reading = sheet.pictures.get(tile.pictureId)?.reading;
    if (!reading) return '';
    if (tile.isWhole) return numberOf(tile, reading)?.written ?? '';
    const character = findCharacter(reading, tile.characterId);
    return character ? writtenCode(character) : '';
  };
  /** @param from what was there until now is left out: it may have been closed just now */
  const firstOpen = (tiles: readonly DoubtTile[], from: ReadonlySet<string>) =>
    tiles.find(({ key }) => openKeys.has(key) && !from.has(key)) ?? null;

  const acceptGroup = (group: DoubtGroup) => {
    const chosen = group.tiles.filter(({ key, text }) => openKeys.has(key) && !picked.has(key) && text !== '');
    sheet.apply(chosen.map((tile) => ({ pictureId: tile.pictureId, edit: acceptEdit(tile) })));
    announcement.set(t('contact.accepted', { count: chosen.length }));
    const gone = new Set(chosen.map(({ key }) => key));
    // First what was selected as wrong here, then the next group.
    const rest = inOrder.slice(inOrder.indexOf(group.tiles[0]!));
    focus((firstOpen(rest, gone) ?? firstOpen(inOrder, gone))?.key ?? null);
  };
  const correct = (tile: DoubtTile, code: string) => {
    // The rest of the number is typed in the field beside its picture.
    if (tile.isWhole) return setTyping({ key: tile.key, text: code });
    announcement.set(t('contact.corrected', { code, before: textOf(tile) }));
    sheet.apply([{ pictureId: tile.pictureId, edit: { kind: 'replace', id: tile.characterId, code } }]);
    goOn(tile);
  };
  const rewrite = (tile: DoubtTile, text: string) => {
    const reading = sheet.pictures.get(tile.pictureId)?.reading;
    const number = reading && numberOf(tile, reading);
    setTyping(null);
    if (!number) return;
    const { id } = number.characters[0]!;
    const isSame = number.text === text;
    announcement.set(t('contact.corrected', { code: text, before: number.written }));
    sheet.apply([
      { pictureId: tile.pictureId, edit: isSame ? { kind: 'accept-number', id } : { kind: 'rewrite', id, text } },
    ]);
    goOn(tile);
  };
  const remove = (tile: DoubtTile) => {
    announcement.set(t('contact.removed'));
    const kind = tile.isWhole ? 'clear' : 'remove';
    sheet.apply([{ pictureId: tile.pictureId, edit: { kind, id: tile.characterId } }]);
    goOn(tile);
  };
  /** To the next tile that is selected as wrong; without one, the focus stays. */
  const goOn = (tile: DoubtTile) => {
    const others = new Set(picked);
    others.delete(tile.key);
    setPicked(others);
    const next = inOrder.find(({ key }) => others.has(key) && openKeys.has(key));
    focus((next ?? tile).key);
  };
  const pick = (tile: DoubtTile) => {
    setActiveKey(tile.key);
    if (!openKeys.has(tile.key)) return;
    const next = new Set(picked);
    if (!next.delete(tile.key)) next.add(tile.key);
    setPicked(next);
  };
  const step = (go: (() => void) | null, words: MessageId) =>
    go &&
    (() => {
      go();
      announcement.set(t(words));
    });
  const undo = step(sheet.undo, 'contact.undone');
  const redo = step(sheet.redo, 'contact.redone');
  useHistoryKeys(undo, redo);

  const onKeyDown = (event: KeyboardEvent) => {
    const command = tileCommandOf(event, active !== null && mayBeLetter(active));
    const isOnTile = (event.target as Element).matches('[data-tile]');
    if (!command || !active || !isOnTile) return;
    event.preventDefault();
    if (event.repeat && command.kind !== 'move') return;
    switch (command.kind) {
      case 'move':
        return focus(tileBeside(list.current, command.key)?.dataset.tile ?? active.key);
      case 'correct':
        return correct(active, command.code);
      case 'remove':
        return remove(active);
      case 'open':
        return navigate(`/result/${active.pictureId}`);
      case 'accept-group': {
        const group = groups.find(({ tiles }) => tiles.includes(active));
        if (group) acceptGroup(group);
      }
    }
  };
  const activate = ({ key }: DoubtTile) => setActiveKey(key);
  const leave = ({ key }: DoubtTile) => {
    setTyping(null);
    focus(key);
  };
  const isDone = isReady && openKeys.size === 0;
  return {
    ...{ list, groups, openKeys, picked, active, isDone, textOf, onKeyDown },
    ...{ pick, acceptGroup, correct, rewrite, remove, undo, redo, leave, activate },
    typed: typing && typing.key === active?.key ? typing.text : null,
  };
}
