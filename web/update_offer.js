// @ts-check
/**
 * On pages that no engine writes: what is said when a new version of the site lies ready.
 *
 * @param {HTMLElement} main  At whose end it is said.
 * @param {{ready: string, use: string}} words
 * @param {() => void} use
 * @returns {() => void} To be called when there is one.
 */
export function makeOffer(main, words, use) {
  const said = document.createElement('div');
  said.className = 'asking';
  // A region that is announced has to be there before anything is said in it.
  said.setAttribute('role', 'status');
  main.append(said);
  return () => {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.textContent = words.ready;
    const actions = document.createElement('div');
    actions.className = 'actions';
    const button = document.createElement('button');
    button.className = 'button primary';
    button.type = 'button';
    button.textContent = words.use;
    button.addEventListener('click', use);
    actions.append(button);
    said.replaceChildren(notice, actions);
  };
}
