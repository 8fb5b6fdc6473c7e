import { StileDecisionEditor } from './StileDecisionEditor';

customElements.define('stile-decision-editor', StileDecisionEditor);
