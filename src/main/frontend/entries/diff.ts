import '../css/studio-editors.css';
import '../islands/stile-diff';
