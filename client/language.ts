/** Has all that the extension draws and writes speak the language of the window; imported before what says something as it is read. */
import { l10n } from 'vscode';
import { speak } from '../l10n/language.ts';

speak(l10n.bundle);
