import '../islands/stile-form';
