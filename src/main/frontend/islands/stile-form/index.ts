import { StileForm } from './StileForm';

customElements.define('stile-form', StileForm);
