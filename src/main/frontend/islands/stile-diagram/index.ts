import { StileDiagram } from './StileDiagram';

customElements.define('stile-diagram', StileDiagram);
