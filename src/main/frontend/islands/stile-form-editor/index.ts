import { StileFormEditor } from './StileFormEditor';

customElements.define('stile-form-editor', StileFormEditor);
