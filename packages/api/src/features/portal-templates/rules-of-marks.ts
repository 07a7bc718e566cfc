import { deriveRule, type Mark, UnusableMark } from '../../channels/portals/derive-rule.ts';
import type { PortalRule } from '../../channels/portals/portal-template.ts';
import type { PortalMail } from '../../channels/portals/read-portal-mail.ts';
import { type FieldError, unprocessable } from '../../http/problem.ts';

function pieceOf(mark: Mark, mail: PortalMail): string {
  if (mark.in === 'reply_to') return '';
  return (mark.in === 'subject' ? mail.subject : mail.text).slice(mark.start, mark.end).trim();
}

/**
 * Makes the rules of a template out of what was marked in a mail.
 * @throws Problem 422 with a pointer to each mark that nothing can be made of
 */
export function rulesOfMarks(marks: readonly Mark[], mail: PortalMail): PortalRule[] {
  const pieces = marks.map((mark) => pieceOf(mark, mail)).filter((piece) => piece !== '');
  const errors: FieldError[] = [];
  const rules = marks.flatMap((mark, index) => {
    try {
      return [deriveRule(mark, mail, pieces)];
    } catch (error) {
      if (!(error instanceof UnusableMark)) throw error;
      errors.push({ pointer: `#/marks/${index}`, detail: error.message });
      return [];
    }
  });
  if (errors.length > 0) throw unprocessable(errors);
  return rules;
}
