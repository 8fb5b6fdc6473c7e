import '../css/studio-editors.css';
import '../islands/stile-form';
import '../islands/stile-form-editor';
