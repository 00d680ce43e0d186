import type { NumberVerdict } from '../contract/recognition';
import { wilsonInterval } from '../scoring/wilson-interval';
import { rounded } from './rounded';

/** What the verdicts of numbers say of one picture. */
export interface JudgedPicture {
  readonly isRight: boolean;
  /** Of every number in it, struck-out ones included. */
  readonly verdicts: readonly NumberVerdict[];
}

/** How far the verdicts of whole numbers can be believed; a picture is 'sure' when every number in it is. */
export interface NumberFigures {
  /** Share of pictures that are sure. A picture in which no number was read is not. */
  readonly sureShare: number;
  /** Share of the sure pictures that are right; null where none is sure. */
  readonly sureRight: number | null;
  /** 95 % Wilson interval of `sureRight`. */
  readonly sureRightWilson95: readonly [number, number] | null;
  /** Share of the right pictures that are sent to be checked all the same. */
  readonly rightButChecked: number;
  /** The numbers of pictures behind these shares. */
  readonly counts: {
    readonly pictures: number;
    readonly right: number;
    readonly sure: number;
    readonly sureAndRight: number;
  };
}

/** @param pictures at least one */
export function scoreNumbers(pictures: readonly JudgedPicture[]): NumberFigures {
  const isSure = ({ verdicts }: JudgedPicture) =>
    verdicts.length > 0 && verdicts.every((verdict) => verdict === 'sure');
  const sure = pictures.filter(isSure).length;
  const right = pictures.filter(({ isRight }) => isRight).length;
  const sureAndRight = pictures.filter((picture) => picture.isRight && isSure(picture)).length;
  return {
    sureShare: rounded(sure / pictures.length),
    sureRight: sure === 0 ? null : rounded(sureAndRight / sure),
    sureRightWilson95: sure === 0 ? null : roundedInterval(wilsonInterval(sureAndRight / sure, sure)),
    rightButChecked: rounded((right - sureAndRight) / Math.max(1, right)),
    counts: { pictures: pictures.length, right, sure, sureAndRight },
  };
}

function roundedInterval([low, high]: readonly [number, number]): readonly [number, number] {
  return [rounded(low), rounded(high)];
}
