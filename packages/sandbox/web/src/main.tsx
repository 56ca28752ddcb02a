import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './state/connection.ts';
import './theme/theme.css';
import './layout/layout.css';
import './messages/messages.css';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
connect();
render(<App />, root);
