import { StileDiff } from './StileDiff';

customElements.define('stile-diff', StileDiff);
