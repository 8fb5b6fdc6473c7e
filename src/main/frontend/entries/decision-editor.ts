import '../css/studio-editors.css';
import '../islands/stile-decision-editor';
