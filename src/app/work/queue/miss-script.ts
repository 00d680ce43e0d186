import type { Recognition, RecognizedNumber, ScriptMissed } from '../../../contract/recognition';

/** A picture that was read as Latin because its script could not be loaded: none of its numbers is sure. */
export function missScript(recognition: Recognition, scriptMissed: ScriptMissed): Recognition {
  return {
    ...recognition,
    scriptMissed,
    numbers: recognition.numbers.map((number): RecognizedNumber => {
      if (number.doubts.includes('unclear-script')) return number;
      return { ...number, verdict: 'check', doubts: [...number.doubts, 'unclear-script'] };
    }),
  };
}
