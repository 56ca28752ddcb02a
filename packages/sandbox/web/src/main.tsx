import { render } from 'preact';
import { App } from './app.tsx';
import { installInspector } from './inspector/install.ts';
import { installInteractions } from './interactions/install.ts';
// oxlint-disable-next-line import/no-unassigned-import -- defines the custom elements that messages are made of
import './messages/elements.ts';
import { makeElementsLegible } from './messages/legible-elements.ts';
import { connect } from './state/connection.ts';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
makeElementsLegible();
installInteractions();
installInspector();
connect();
render(<App />, root);
