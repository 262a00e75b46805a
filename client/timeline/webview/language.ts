/** Has the page speak the language of the texts that stand in it; imported before what says something as it is read. */
import { speak, type Texts } from '../../../l10n/language.ts';
import { TEXTS_ID } from '../drawing/picture/saved-page.ts';

const element = document.getElementById(TEXTS_ID);
if (element) speak(JSON.parse(element.textContent) as Texts);
