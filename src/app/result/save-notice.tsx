import { TriangleAlert } from 'lucide-react';
import type { RecognitionFailure } from '../../contract/failure';
import { localFailureWords } from '../words/local-failure';

/** The result stands, but it is not kept: says so beside it. */
export function SaveNotice({ failure }: { readonly failure: RecognitionFailure }) {
  const words = localFailureWords(failure);
  return (
    <div className="notice notice--inline" role="status">
      <TriangleAlert size={20} aria-hidden />
      <p>
        <strong>{words.title}.</strong> {words.explanation} {words.remedy}
      </p>
    </div>
  );
}
