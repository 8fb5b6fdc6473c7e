// Something was given another name: the draft can go on with the new one wherever it has the old one.
import { call, sentence } from './call';

export type NewName = {
  model: string;
  /** Where it is offered, and where is said what came of it. */
  place: HTMLElement;
  from: string;
  to: string;
  /** Done when what was typed is saved. */
  saved: () => Promise<void>;
  carried: () => void;
  left: () => void;
  /** Takes the old name again; not offered without it. */
  back?: () => void;
};

export function offerNewName(name: NewName): void {
  const row = document.createElement('div');
  row.className = 'row';
  row.append(button('Carry the new name through', 'b b-s b-p', () => void carry(name)),
    ...(name.back ? [button(`Call it “${name.from}” again`, 'b b-s', name.back)] : []), button('Leave it so', 'b b-s', name.left));
  name.place.append(row);
}

async function carry({ model, place, from, to, saved, carried }: NewName): Promise<void> {
  await saved();
  const answer = await call('POST', `/studio/${encodeURIComponent(model)}/rename`, { from, to });
  const words = document.createElement('p');
  if (answer.ok) {
    const { files } = (await answer.json()) as { files: string[] };
    words.textContent = `“${to}” now stands in ${files.length === 1 ? 'one other file' : `${files.length} other files`} of this draft: ${files.join(', ')}.`;
    carried();
  } else {
    words.textContent = await sentence(answer, 'The new name could not be carried through.');
  }
  place.replaceChildren(words);
}

function button(text: string, look: string, action: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = text;
  made.addEventListener('click', action);
  return made;
}
